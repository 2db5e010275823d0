package org.doubtless.learning.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How many times fewer labels one order of asking needs than another to be as good, and how far the seeds leave that open.
 *
 * <p>The interval is of 20,000 resamples: of either order as many runs as it has are drawn with putting back, and all that
 * follows from the runs is worked out anew. Few runs spread too little, by {@code sqrt((n-1)/n)} and because their spread is
 * itself a guess; so on each side not 2.5 % of the resamples are left out but {@code Phi(-sqrt(n/(n-1)) t)}, n the fewer runs
 * of the two and t the 97.5 % quantile of Student's distribution with n-1 degrees of freedom (the expanded percentile
 * interval: Hesterberg 2015, "What teachers should know about the bootstrap"). It covers what the seeds draw, not which
 * images are the pool or measure.
 *
 * @param target the accuracy, 0 to 1
 * @param first labels that the one order needs
 * @param second labels that the other needs
 * @param low lower end of the 95 % interval of second / first; 0 where nothing is known
 * @param high upper end; infinite where nothing is known, and both are so where one order has a single run
 */
public record LabelRatio(double target, LabelsNeeded first, LabelsNeeded second, double low, double high) {

    private static final int RESAMPLES = 20_000;
    private static final double ONE_SIDE = 0.975;

    /** Works out from some runs of either order what they need. */
    @FunctionalInterface
    private interface Resampled {
        LabelRatio of(int[] firstRuns, int[] secondRuns);
    }

    /**
     * For an accuracy: the median over an order's runs of the labels at which a run is first so good.
     *
     * @param first points of its runs, each run's in the order of its labels; at least one
     * @param second of the other order; seeds need not be the same
     * @param measure what is to be reached, such as {@code SimulatedTurn::accuracy}
     * @param seed of the resamples
     */
    public static LabelRatio toReach(
            double target,
            List<SimulatedTurn> first,
            List<SimulatedTurn> second,
            ToDoubleFunction<SimulatedTurn> measure,
            long seed) {
        MeasuredRuns one = MeasuredRuns.of(first, measure);
        MeasuredRuns other = MeasuredRuns.of(second, measure);
        List<LabelsNeeded> byFirst = one.each(target);
        List<LabelsNeeded> bySecond = other.each(target);
        return of(
                one.size(),
                other.size(),
                (a, b) -> open(target, LabelsNeeded.median(byFirst, a), LabelsNeeded.median(bySecond, b)),
                seed);
    }

    /**
     * For what the second order has after so many labels, in the mean of its runs: where the mean of the first order's is
     * so good, linear between its points.
     *
     * @param labels of the second order
     * @throws IllegalArgumentException where not all of its runs have a point at so many labels, or the first order's have
     *     none in common
     */
    public static LabelRatio asGoodAs(
            int labels,
            List<SimulatedTurn> first,
            List<SimulatedTurn> second,
            ToDoubleFunction<SimulatedTurn> measure,
            long seed) {
        MeasuredRuns one = MeasuredRuns.of(first, measure);
        MeasuredRuns other = MeasuredRuns.of(second, measure);
        if (one.common().isEmpty() || !other.common().contains(labels)) {
            throw new IllegalArgumentException("the runs have points in common at " + one.common() + " and at "
                    + other.common() + " labels; the first needs one, the second one at " + labels);
        }
        return of(
                one.size(),
                other.size(),
                (a, b) -> {
                    double target = other.mean(labels, b);
                    return open(target, one.meanReaches(target, a), LabelsNeeded.exactly(labels));
                },
                seed);
    }

    private static LabelRatio open(double target, LabelsNeeded first, LabelsNeeded second) {
        return new LabelRatio(target, first, second, 0, Double.POSITIVE_INFINITY);
    }

    private static LabelRatio of(int firstRuns, int secondRuns, Resampled resampled, long seed) {
        LabelRatio all = resampled.of(everyOne(firstRuns), everyOne(secondRuns));
        int fewest = Math.min(firstRuns, secondRuns);
        if (fewest < 2) {
            return all;
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] least = new double[RESAMPLES];
        double[] most = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            LabelRatio one = resampled.of(drawn(firstRuns, random), drawn(secondRuns, random));
            least[i] = one.least();
            most[i] = one.most();
        }
        Arrays.sort(least);
        Arrays.sort(most);
        int outside = (int) (outside(fewest) * RESAMPLES);
        return new LabelRatio(all.target, all.first, all.second, least[outside], most[RESAMPLES - 1 - outside]);
    }

    /** The share of the resamples that is left out on each side. */
    private static double outside(int runs) {
        double t = TDistribution.of(runs - 1).inverseCumulativeProbability(ONE_SIDE);
        return NormalDistribution.of(0, 1).cumulativeProbability(-Math.sqrt(runs / (runs - 1.0)) * t);
    }

    private static int[] everyOne(int runs) {
        int[] all = new int[runs];
        Arrays.setAll(all, run -> run);
        return all;
    }

    private static int[] drawn(int runs, SplittableRandom random) {
        int[] drawn = new int[runs];
        Arrays.setAll(drawn, run -> random.nextInt(runs));
        return drawn;
    }

    /** second / first, or the least that it can be where not all runs got there. */
    public double least() {
        return second.least() / first.most();
    }

    /** second / first, or the most that it can be where not all runs got there. */
    public double most() {
        return second.most() / first.least();
    }

    /** One line for a person. */
    public String text() {
        String ratio = least() == most() ? number(least()) : number(least()) + " to " + number(most());
        return String.format(
                Locale.ROOT,
                "%.1f %%: %s labels against %s, %s times fewer (95 %%: %s to %s)",
                100 * target,
                first.text(),
                second.text(),
                ratio,
                number(low),
                number(high));
    }

    private static String number(double ratio) {
        return Double.isInfinite(ratio) ? "any number" : String.format(Locale.ROOT, "%.2f", ratio);
    }
}
