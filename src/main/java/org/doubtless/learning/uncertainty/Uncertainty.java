package org.doubtless.learning.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.doubtless.learning.posterior.PosteriorSamples;

/**
 * Measures of doubt over posterior samples [S,N,C], each giving one number an image, [N].
 *
 * <p>All are finite and in range for probabilities of exactly 0 and 1 ({@code 0 log 0 = 0}), and do
 * not depend on the order of the samples. What rounding pushes over a bound is put back on it; what
 * is no probability at all never comes this far, {@link PosteriorSamples} refuses it by row.
 */
public final class Uncertainty {

    // Images whose sums stay in a processor's own memory while all networks are gone through.
    private static final int BLOCK = 256;

    private Uncertainty() {}

    /** Total doubt {@code H[mean_s p]} in nats, 0 to log C (Gal 2016). */
    public static double[] predictiveEntropy(PosteriorSamples samples) {
        return each(samples, Doubt::total);
    }

    /** Data doubt {@code mean_s H[p]} in nats, 0 to the predictive entropy (Depeweg et al. 2018). */
    public static double[] expectedEntropy(PosteriorSamples samples) {
        return each(samples, Doubt::aleatoric);
    }

    /** Model doubt {@code H[mean_s p] - mean_s H[p]} in nats; 0 where all samples agree (Houlsby et al. 2011). */
    public static double[] mutualInformation(PosteriorSamples samples) {
        return each(samples, Doubt::epistemic);
    }

    /** Share of the samples that do not vote for the most voted class (Freeman 1965). */
    public static double[] variationRatio(PosteriorSamples samples) {
        return each(samples, Doubt::variationRatio);
    }

    /** Likeliest minus second likeliest mean probability; small is doubtful (Scheffer et al. 2001). */
    public static double[] margin(PosteriorSamples samples) {
        return each(samples, Doubt::margin);
    }

    /** {@code 1 - max_c mean_s p} (Lewis & Gale 1994). */
    public static double[] leastConfidence(PosteriorSamples samples) {
        return each(samples, Doubt::leastConfidence);
    }

    /** {@code mean_c sqrt(mean_s p^2 - (mean_s p)^2)} (Kampffmeyer et al. 2016). */
    public static double[] meanStandardDeviation(PosteriorSamples samples) {
        return each(samples, Doubt::meanStandardDeviation);
    }

    /** All measures of all N images, in one pass. */
    public static List<Doubt> measure(PosteriorSamples samples) {
        return measureAndCount(samples).stream().map(Voted::doubt).toList();
    }

    /** The same, with the votes of the networks. */
    public static List<Voted> measureAndCount(PosteriorSamples samples) {
        int blocks = (samples.images() + BLOCK - 1) / BLOCK;
        return IntStream.range(0, blocks)
                .parallel()
                .mapToObj(b -> Tally.of(samples, b * BLOCK, Math.min(samples.images(), (b + 1) * BLOCK)))
                .flatMap(Arrays::stream)
                .toList();
    }

    private static double[] each(PosteriorSamples samples, ToDoubleFunction<Doubt> measure) {
        return measure(samples).stream().mapToDouble(measure).toArray();
    }
}
