package org.doubtless.learning.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How many labels it took to be so good; of what ended before, only the least is known.
 *
 * @param least labels at least
 * @param most labels at most: {@code least}, or infinite
 */
public record LabelsNeeded(double least, double most) {

    static LabelsNeeded exactly(double labels) {
        return new LabelsNeeded(labels, labels);
    }

    static LabelsNeeded moreThan(double labels) {
        return new LabelsNeeded(labels, Double.POSITIVE_INFINITY);
    }

    boolean isKnown() {
        return least == most;
    }

    /** The median of these runs, each end by itself. */
    static LabelsNeeded median(List<LabelsNeeded> all, int... runs) {
        return new LabelsNeeded(median(all, runs, LabelsNeeded::least), median(all, runs, LabelsNeeded::most));
    }

    private static double median(List<LabelsNeeded> all, int[] runs, ToDoubleFunction<LabelsNeeded> end) {
        double[] sorted = Arrays.stream(runs)
                .mapToDouble(run -> end.applyAsDouble(all.get(run)))
                .toArray();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    String text() {
        return String.format(Locale.ROOT, isKnown() ? "%.0f" : "more than %.0f", least);
    }
}
