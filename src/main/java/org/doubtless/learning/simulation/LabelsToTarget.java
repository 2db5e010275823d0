package org.doubtless.learning.simulation;

import java.util.List;
import java.util.Locale;

/**
 * How many labels each run needed for an accuracy.
 *
 * @param target the accuracy, 0 to 1
 * @param budget the most labels a run may have had
 * @param runs how many runs there were
 * @param labels of the runs that reached it, fewest first: the labels at the first point that did
 */
public record LabelsToTarget(double target, int budget, int runs, List<Integer> labels) {

    public LabelsToTarget {
        labels = List.copyOf(labels);
    }

    /** Looks through the points of all runs; each run's in the order of its labels. */
    public static LabelsToTarget of(double target, int budget, List<SimulatedTurn> points) {
        if (points.isEmpty()) {
            return new LabelsToTarget(target, budget, 0, List.of());
        }
        List<LabelsNeeded> runs =
                MeasuredRuns.of(points, SimulatedTurn::accuracy).each(target);
        List<Integer> reached = runs.stream()
                .filter(LabelsNeeded::isKnown)
                .map(needed -> (int) needed.least())
                .sorted()
                .toList();
        return new LabelsToTarget(target, budget, runs.size(), reached);
    }

    /** Whether every run reached it. */
    public boolean isReached() {
        return runs > 0 && labels.size() == runs;
    }

    /** One line for a person. */
    public String text() {
        String goal = "labels to %s: ".formatted(shortest(target));
        if (!isReached()) {
            return goal + "not reached within %d by %d of %d seeds".formatted(budget, runs - labels.size(), runs);
        }
        return goal
                + "median %s (%d-%d) over %d seeds"
                        .formatted(shortest(median()), labels.get(0), labels.get(labels.size() - 1), runs);
    }

    private double median() {
        int middle = labels.size() / 2;
        return labels.size() % 2 == 1 ? labels.get(middle) : (labels.get(middle - 1) + labels.get(middle)) / 2.0;
    }

    private static String shortest(double number) {
        return number == Math.rint(number) && number >= 1
                ? String.format(Locale.ROOT, "%.0f", number)
                : Double.toString(number);
    }
}
