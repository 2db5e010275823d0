package org.doubtless.learning;

import static java.util.Objects.requireNonNull;

import org.doubtless.learning.uncertainty.Doubt;

/**
 * What a model makes of one image: how unsure it is, and its mean probabilities. Immutable.
 *
 * <p>Total, aleatoric and epistemic are normalised by log C, so that they run from 0 to 1 whatever the
 * number of classes.
 */
public final class ImageDoubt {

    private final Doubt doubt;
    private final int prediction;
    private final float[] probabilities_C;

    ImageDoubt(Doubt doubt, int prediction, float[] probabilities_C) {
        this.doubt = requireNonNull(doubt, "doubt is null");
        this.prediction = prediction;
        this.probabilities_C = probabilities_C;
    }

    /** All measures, entropies in nats; what {@link ActiveLearner#rank} wants. */
    public Doubt doubt() {
        return doubt;
    }

    /** Predictive entropy / log C, 0 to 1. */
    public double total() {
        return normalised(doubt.total());
    }

    /** Expected entropy / log C, data doubt, 0 to 1. */
    public double aleatoric() {
        return normalised(doubt.aleatoric());
    }

    /** Mutual information / log C, model doubt, 0 to 1. */
    public double epistemic() {
        return normalised(doubt.epistemic());
    }

    private double normalised(double nats) {
        return nats / Math.log(probabilities_C.length);
    }

    /** The likeliest class. */
    public int prediction() {
        return prediction;
    }

    /** The mean probability of each of the C classes; a copy. */
    public float[] probabilities() {
        return probabilities_C.clone();
    }
}
