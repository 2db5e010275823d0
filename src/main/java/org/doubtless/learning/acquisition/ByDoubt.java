package org.doubtless.learning.acquisition;

import java.util.function.ToDoubleFunction;
import org.doubtless.learning.uncertainty.Doubt;

/**
 * Asks first where one measure of doubt is highest. Each image is judged alone, so that the best of a
 * batch may be near-copies of one another.
 *
 * @param name as settings know it
 * @param measure what is highest where the image is to be asked about first
 */
public record ByDoubt(String name, ToDoubleFunction<Doubt> measure) implements AcquisitionFunction {

    // Shares of votes differ by 1/S at the least: this orders equals and changes nothing else.
    private static final double TIE = 1e-6;

    /** Predictive entropy in nats: total doubt, also that which no label takes away (Shannon 1948). */
    public static final ByDoubt ENTROPY = new ByDoubt("entropy", Doubt::total);

    /** Share of the networks against the majority (Freeman 1965); of equals the higher entropy first. */
    public static final ByDoubt VARIATION_RATIO =
            new ByDoubt("variation-ratio", doubt -> doubt.variationRatio() + TIE * doubt.total());

    /** 1 minus likeliest plus second likeliest mean probability (Scheffer et al. 2001). */
    public static final ByDoubt MARGIN = new ByDoubt("margin", doubt -> 1 - doubt.margin());

    /** 1 minus the likeliest mean probability (Lewis & Gale 1994). */
    public static final ByDoubt LEAST_CONFIDENCE = new ByDoubt("least-confidence", Doubt::leastConfidence);

    /** Standard deviation over the networks, averaged over the classes (Kampffmeyer et al. 2016). */
    public static final ByDoubt MEAN_STANDARD_DEVIATION = new ByDoubt("mean-std", Doubt::meanStandardDeviation);

    @Override
    public double[] score(Candidates candidates) {
        return candidates.doubts().stream().mapToDouble(measure).toArray();
    }
}
