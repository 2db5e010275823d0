package org.doubtless.learning.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** The runs of one order of asking: how good each was after so many labels. */
final class MeasuredRuns {

    private final List<NavigableMap<Integer, Double>> runs;
    private final NavigableSet<Integer> common;

    private MeasuredRuns(List<NavigableMap<Integer, Double>> runs) {
        this.runs = runs;
        this.common = new TreeSet<>(runs.get(0).keySet());
        runs.forEach(run -> common.retainAll(run.keySet()));
    }

    /** @throws IllegalArgumentException where there is no point */
    static MeasuredRuns of(List<SimulatedTurn> points, ToDoubleFunction<SimulatedTurn> measure) {
        Map<Long, NavigableMap<Integer, Double>> bySeed = new LinkedHashMap<>();
        for (SimulatedTurn point : points) {
            bySeed.computeIfAbsent(point.seed(), seed -> new TreeMap<>())
                    .put(point.labels(), measure.applyAsDouble(point));
        }
        if (bySeed.isEmpty()) {
            throw new IllegalArgumentException("a curve without a point tells nothing: give at least one");
        }
        return new MeasuredRuns(new ArrayList<>(bySeed.values()));
    }

    int size() {
        return runs.size();
    }

    /** The numbers of labels at which all runs have a point. */
    NavigableSet<Integer> common() {
        return common;
    }

    /** The labels at which each run is first so good. */
    List<LabelsNeeded> each(double target) {
        return runs.stream().map(run -> first(run, target)).toList();
    }

    private static LabelsNeeded first(NavigableMap<Integer, Double> run, double target) {
        return run.entrySet().stream()
                .filter(point -> point.getValue() >= target)
                .findFirst()
                .map(point -> LabelsNeeded.exactly(point.getKey()))
                .orElseGet(() -> LabelsNeeded.moreThan(run.lastKey()));
    }

    /** The mean of these runs after so many labels, a number of {@link #common}. */
    double mean(int labels, int... drawn) {
        double sum = 0;
        for (int run : drawn) {
            sum += runs.get(run).get(labels);
        }
        return sum / drawn.length;
    }

    /** Where the mean of these runs is first so good, linear between its points. */
    LabelsNeeded meanReaches(double target, int... drawn) {
        int before = common.first();
        double meanBefore = mean(before, drawn);
        if (meanBefore >= target) {
            return LabelsNeeded.exactly(before);
        }
        for (int labels : common.tailSet(before, false)) {
            double mean = mean(labels, drawn);
            if (mean >= target) {
                return LabelsNeeded.exactly(before + (labels - before) * (target - meanBefore) / (mean - meanBefore));
            }
            before = labels;
            meanBefore = mean;
        }
        return LabelsNeeded.moreThan(before);
    }
}
