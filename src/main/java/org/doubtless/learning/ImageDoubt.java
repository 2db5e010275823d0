package org.doubtless.learning;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.doubtless.learning.uncertainty.Doubt;
import org.doubtless.learning.uncertainty.Uncertainty;
import org.doubtless.learning.uncertainty.Voted;

/**
 * What a model makes of one image: how unsure it is, and its mean probabilities. Immutable.
 *
 * <p>Total, aleatoric and epistemic are normalised by log C, so that they run from 0 to 1 whatever the
 * number of classes.
 */
public final class ImageDoubt {

    private final Voted voted;
    private final int prediction;
    private final float[] probabilities_C;

    ImageDoubt(Voted voted, int prediction, float[] probabilities_C) {
        this.voted = requireNonNull(voted, "voted is null");
        this.prediction = prediction;
        this.probabilities_C = probabilities_C;
    }

    /** One doubt an image of the samples, in their order. */
    static List<ImageDoubt> all(PosteriorSamples samples) {
        ClassProbabilities mean_NC = samples.mean();
        List<Voted> voted = Uncertainty.measureAndCount(samples);
        List<ImageDoubt> all = new ArrayList<>(voted.size());
        for (int row = 0; row < voted.size(); row++) {
            all.add(new ImageDoubt(voted.get(row), mean_NC.predicted(row), mean_NC.row(row)));
        }
        return all;
    }

    /** All measures, entropies in nats; what an acquisition function wants. */
    public Doubt doubt() {
        return voted.doubt();
    }

    /** Predictive entropy / log C, 0 to 1. */
    public double total() {
        return normalised(doubt().total());
    }

    /** Expected entropy / log C, data doubt, 0 to 1. */
    public double aleatoric() {
        return normalised(doubt().aleatoric());
    }

    /** Mutual information / log C, model doubt, 0 to 1. */
    public double epistemic() {
        return normalised(doubt().epistemic());
    }

    private double normalised(double nats) {
        return nats / Math.log(probabilities_C.length);
    }

    /** The likeliest class. */
    public int prediction() {
        return prediction;
    }

    /** How many of the drawn networks hold each of the C classes for the likeliest; a copy. */
    public int[] votes() {
        return voted.votes_C().clone();
    }

    /** The mean probability of each of the C classes; a copy. */
    public float[] probabilities() {
        return probabilities_C.clone();
    }
}
