package org.doubtless.learning.posterior;

import java.util.function.UnaryOperator;
import org.doubtless.learning.features.FeatureMatrix;

/** What drawn networks say before the softmax. */
public final class DrawnOutputs {

    private DrawnOutputs() {}

    /** The numbers [S,N,C] of the last layer. */
    public static float[] of(Posterior posterior, FeatureMatrix images) {
        return ((NetworkPosterior) posterior).outputs(images, UnaryOperator.identity());
    }
}
