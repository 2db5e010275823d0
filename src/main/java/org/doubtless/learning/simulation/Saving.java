package org.doubtless.learning.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How many labels one order of asking saves over another, both run once for each of some seeds.
 *
 * <p>The accuracy to reach is 98 % of the least that any run ends with, so that all runs reach it. Runs of one seed are a
 * pair: the interval is Student's, of the pairs' differences. It covers what the seeds draw, not which images measure.
 *
 * @param target the accuracy, 0 to 1
 * @param first labels that the one order needed, on average
 * @param second labels that the other needed
 * @param saved second - first
 * @param low lower end of the 95 % interval of {@code saved}; as {@code high} infinite with a single seed
 */
public record Saving(double target, double first, double second, double saved, double low, double high) {

    private static final double SHARE_OF_END = 0.98;
    private static final double ONE_SIDE = 0.975;

    /**
     * Compares two orders.
     *
     * @param first points of its runs, each run's in the order of its labels
     * @param second of the same seeds
     * @throws IllegalArgumentException where the seeds are others, or there are none
     */
    public static Saving of(List<SimulatedTurn> first, List<SimulatedTurn> second) {
        Map<Long, NavigableMap<Integer, Double>> one = runs(first);
        Map<Long, NavigableMap<Integer, Double>> other = runs(second);
        if (one.isEmpty() || !one.keySet().equals(other.keySet())) {
            throw new IllegalArgumentException("runs of the seeds " + one.keySet() + " and " + other.keySet()
                    + " are no pairs: run both orders with the same seeds");
        }
        double target = SHARE_OF_END * Math.min(leastEnd(one), leastEnd(other));
        double[] needed = {0, 0};
        double[] differences = new double[one.size()];
        int pair = 0;
        for (Long seed : one.keySet()) {
            int a = needed(one.get(seed), target);
            int b = needed(other.get(seed), target);
            needed[0] += a;
            needed[1] += b;
            differences[pair] = b - a;
            pair++;
        }
        double saved = (needed[1] - needed[0]) / pair;
        double half = half(saved, differences);
        return new Saving(target, needed[0] / pair, needed[1] / pair, saved, saved - half, saved + half);
    }

    /** Half the width of Student's interval of a mean; infinite where one draw tells no spread. */
    static double half(double mean, double... draws) {
        if (draws.length < 2) {
            return Double.POSITIVE_INFINITY;
        }
        double squares = 0;
        for (double draw : draws) {
            squares += (draw - mean) * (draw - mean);
        }
        double error = Math.sqrt(squares / (draws.length - 1) / draws.length);
        return TDistribution.of(draws.length - 1).inverseCumulativeProbability(ONE_SIDE) * error;
    }

    private static Map<Long, NavigableMap<Integer, Double>> runs(List<SimulatedTurn> points) {
        Map<Long, NavigableMap<Integer, Double>> runs = new LinkedHashMap<>();
        for (SimulatedTurn point : points) {
            runs.computeIfAbsent(point.seed(), seed -> new TreeMap<>()).put(point.labels(), point.accuracy());
        }
        return runs;
    }

    private static double leastEnd(Map<Long, NavigableMap<Integer, Double>> runs) {
        return runs.values().stream()
                .mapToDouble(run -> run.lastEntry().getValue())
                .min()
                .orElseThrow();
    }

    private static int needed(Map<Integer, Double> run, double target) {
        return run.entrySet().stream()
                .filter(point -> point.getValue() >= target)
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
