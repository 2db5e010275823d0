package org.doubtless.round.agreement;

import java.util.List;
import java.util.Optional;
import org.doubtless.learning.evaluation.Proportion;

/**
 * How far readers agree.
 *
 * @param images that two people or more have read
 * @param same images on which all of them said the same, with its share
 * @param alpha Krippendorff's; null where it is not defined, as where only one answer was ever given
 * @param fleiss Fleiss' kappa, over the images with the usual number of readers
 * @param pairs each two people who have read the same images, by name
 */
public record AgreementView(int images, int same, Estimate share, Estimate alpha, Fleiss fleiss, List<PairView> pairs) {
    /** A figure with its 95 % interval. */
    public record Estimate(double value, double low, double high) {
        /** Null for none. */
        static Estimate of(Optional<Proportion> found) {
            return found.map(one -> new Estimate(one.value(), one.low(), one.high()))
                    .orElse(null);
        }
    }

    public record Fleiss(int images, int readers, Estimate kappa) {}

    public record PairView(String first, String second, int images, int same, Estimate share, Estimate kappa) {}
}
