package org.doubtless.learning.evaluation;

import java.util.Arrays;

/** The middle 95 % of some draws. */
final class Interval {

    private Interval() {}

    /** The value with the interval, which is widened to it where it lies outside. */
    static Proportion of(double value, double... draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        return new Proportion(
                value, Math.min(value, quantile(sorted, 0.025)), Math.max(value, quantile(sorted, 0.975)));
    }

    /** Linear between the draws. */
    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
