package org.doubtless.learning.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mean of several runs after so many labels.
 *
 * @param accuracy mean over the runs
 * @param low lower end of Student's 95 % interval of that mean, 0 at least; the mean itself of a single run
 * @param high upper end, 1 at most
 */
public record MeanCurve(int labels, double accuracy, double low, double high) {

    /** One point for each number of labels at which there are points, fewest first. */
    public static List<MeanCurve> of(List<SimulatedTurn> points) {
        Map<Integer, List<Double>> byLabels = new TreeMap<>();
        for (SimulatedTurn point : points) {
            byLabels.computeIfAbsent(point.labels(), labels -> new ArrayList<>())
                    .add(point.accuracy());
        }
        List<MeanCurve> curve = new ArrayList<>();
        byLabels.forEach((labels, accuracies) -> curve.add(point(
                labels, accuracies.stream().mapToDouble(Double::doubleValue).toArray())));
        return curve;
    }

    private static MeanCurve point(int labels, double... accuracies) {
        double sum = 0;
        for (double accuracy : accuracies) {
            sum += accuracy;
        }
        double mean = sum / accuracies.length;
        double half = accuracies.length < 2 ? 0 : Saving.half(mean, accuracies);
        return new MeanCurve(labels, mean, Math.max(0, mean - half), Math.min(1, mean + half));
    }
}
