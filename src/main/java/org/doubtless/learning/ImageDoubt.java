package org.doubtless.learning;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.doubtless.learning.uncertainty.Doubt;
import org.doubtless.learning.uncertainty.Uncertainty;

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

    /** One doubt an image of the samples, in their order. */
    static List<ImageDoubt> all(PosteriorSamples samples) {
        ClassProbabilities mean_NC = samples.mean();
        List<Doubt> doubts = Uncertainty.measure(samples);
        List<ImageDoubt> all = new ArrayList<>(doubts.size());
        for (int row = 0; row < doubts.size(); row++) {
            all.add(new ImageDoubt(doubts.get(row), mean_NC.predicted(row), mean_NC.row(row)));
        }
        return all;
    }

    /** All measures, entropies in nats; what an acquisition function wants. */
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
