package org.doubtless.learning.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.posterior.ClassProbabilities;

/** The mean over the classes that occur of the share of theirs found: a rare class counts as much as a common one. */
public final class BalancedAccuracy {

    private static final int DRAWS = 2_000;
    // Jeffreys' prior.
    private static final double PRIOR = 0.5;

    private BalancedAccuracy() {}

    /**
     * Balanced accuracy with its 95 % interval, by parametric bootstrap: each class's share is drawn
     * from {@code Beta(found + 1/2, missed + 1/2)}, 2,000 times.
     *
     * <p>Drawing rows anew would find no spread at all where every prediction is right, as with few
     * labels it often is. Brodersen et al. 2010, "The balanced accuracy and its posterior distribution".
     *
     * @param probabilities [N,C], N at least 1
     * @param seed of the draws
     * @param labels N classes, 0 to C-1
     */
    public static Proportion of(ClassProbabilities probabilities, long seed, int... labels) {
        ConfusionMatrix confusion = ConfusionMatrix.of(probabilities, labels);
        int[] classes = IntStream.range(0, confusion.classes())
                .filter(c -> confusion.occurring(c) > 0)
                .toArray();
        double value =
                Arrays.stream(classes).mapToDouble(confusion::recall).average().orElseThrow();
        SplittableRandom random = new SplittableRandom(seed);
        double[] draws = new double[DRAWS];
        for (int c : classes) {
            int found = confusion.count(c, c);
            for (int i = 0; i < DRAWS; i++) {
                double hits = gamma(found + PRIOR, random);
                draws[i] += hits / (hits + gamma(confusion.occurring(c) - found + PRIOR, random)) / classes.length;
            }
        }
        return Interval.of(value, draws);
    }

    /** Marsaglia & Tsang 2000; below shape 1 by a power of a uniform number. */
    private static double gamma(double shape, SplittableRandom random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
