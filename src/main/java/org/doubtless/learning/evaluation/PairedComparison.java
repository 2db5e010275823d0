package org.doubtless.learning.evaluation;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Two models held against the same labels: only the images on which one is right and the other wrong tell them apart.
 *
 * <p>With m such images among n, and the first right on f of them, the difference of the accuracies is {@code r (2g - 1)},
 * where {@code r = m/n} is how often they disagree in being right and {@code g = f/m} how often the first then is. Each
 * share has exact limits at 95 % a side (Clopper and Pearson 1934); the upper limit of the difference is {@code (2 g_high - 1)
 * r_high}, or {@code (2 g_high - 1) r_low} where that is below 0, and the lower one likewise. The sign of a limit hangs
 * on g alone, so that {@code high < 0} is McNemar's exact test (1947), one-sided on 5 %: {@code P(X <= f; m, 1/2) <
 * 0.05}. The size of a limit hangs on both shares and is sure of 90 % at least.
 *
 * <p>Assumes that the images are a random sample of those that matter, that neither model learnt from them, and that
 * their labels are the truth. Says nothing of a comparison repeated after every label until it comes out as wished: of
 * two models that are equally good, at most one in twenty comparisons calls the first one worse. Five images lost and none
 * won are the least that it calls worse: of fewer than 50 images that is a loss of more than 10 points.
 *
 * @param images n, at least 1
 * @param onlyFirst f, images on which the first is right and the second wrong
 * @param onlySecond {@code m - f}, the other way round
 */
public record PairedComparison(int images, int onlyFirst, int onlySecond) {

    public PairedComparison {
        if (onlyFirst < 0 || onlySecond < 0 || images < 1 || onlyFirst + onlySecond > images) {
            throw new IllegalArgumentException(onlyFirst + " and " + onlySecond + " of " + images
                    + " images cannot tell two models apart: give counts of at least 1 image");
        }
    }

    /**
     * Counts.
     *
     * @param first [N] what the first says, N at least 1
     * @param second [N] what the second says
     * @param labels [N] the truth
     */
    public static PairedComparison of(int[] first, int[] second, int... labels) {
        if (first.length != labels.length || second.length != labels.length) {
            throw new IllegalArgumentException("%d and %d predictions for %d labels: give one each"
                    .formatted(first.length, second.length, labels.length));
        }
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int n = 0; n < labels.length; n++) {
            boolean firstRight = first[n] == labels[n];
            boolean secondRight = second[n] == labels[n];
            onlyFirst += firstRight && !secondRight ? 1 : 0;
            onlySecond += secondRight && !firstRight ? 1 : 0;
        }
        return new PairedComparison(labels.length, onlyFirst, onlySecond);
    }

    /** Accuracy of the first less that of the second, -1 to 1. */
    public double difference() {
        return (onlyFirst - onlySecond) / (double) images;
    }

    /** The lower limit; above 0 the first is better with 95 % certainty. */
    public double low() {
        return -new PairedComparison(images, onlySecond, onlyFirst).high();
    }

    /** The upper limit; below 0 the first is worse with 95 % certainty. */
    public double high() {
        int apart = onlyFirst + onlySecond;
        ShareLimits disagree = ShareLimits.of(apart, images);
        double lead = 2 * ShareLimits.of(onlyFirst, apart).high() - 1;
        return lead * (lead < 0 ? disagree.low() : disagree.high());
    }

    /**
     * McNemar's exact p, one-sided: {@code P(X <= f; m, 1/2)}, how likely the first does so badly if it is as good as the
     * second; 1 where nothing tells them apart.
     */
    public double chanceIfEqual() {
        int apart = onlyFirst + onlySecond;
        return apart == 0 ? 1 : BinomialDistribution.of(apart, 0.5).cumulativeProbability(onlyFirst);
    }

    /** Whether the first is worse beyond the interval. */
    public boolean firstIsWorse() {
        return high() < 0;
    }
}
