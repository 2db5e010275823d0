package org.doubtless.learning.acquisition;

import org.doubtless.learning.uncertainty.Doubt;

/**
 * Asks where the networks disagree most: score = mutual information, in nats.
 *
 * <p>Houlsby et al. 2011, "Bayesian active learning for classification and preference learning"; for
 * images Gal, Islam & Ghahramani 2017. The best of a batch may be near-copies of one another: {@link
 * PowerBald} spreads them.
 */
public record Bald() implements AcquisitionFunction {

    @Override
    public String name() {
        return "bald";
    }

    @Override
    public double[] score(Candidates candidates) {
        return candidates.doubts().stream().mapToDouble(Doubt::epistemic).toArray();
    }
}
