package org.doubtless.learning.acquisition;

import org.doubtless.learning.posterior.PosteriorSamples;

/** What the networks say of one image, out of the samples. */
final class Probabilities {

    private Probabilities() {}

    /** [S,C]; what rounding pushed out of [0,1] is put back. */
    static double[][] of(PosteriorSamples samples, int row) {
        double[][] p_SC = new double[samples.samples()][samples.classes()];
        for (int s = 0; s < p_SC.length; s++) {
            for (int c = 0; c < samples.classes(); c++) {
                p_SC[s][c] = Math.min(1, Math.max(0, samples.probability(s, row, c)));
            }
        }
        return p_SC;
    }

    /** Turns [S,C] into [C,S]. */
    static double[][] byClass(double[]... p_SC) {
        double[][] p_CS = new double[p_SC[0].length][p_SC.length];
        for (int s = 0; s < p_SC.length; s++) {
            for (int c = 0; c < p_CS.length; c++) {
                p_CS[c][s] = p_SC[s][c];
            }
        }
        return p_CS;
    }

    /** {@code -p log p} in nats, 0 for 0. */
    static double surprise(double p) {
        return p > 0 ? -p * Math.log(p) : 0;
    }
}
