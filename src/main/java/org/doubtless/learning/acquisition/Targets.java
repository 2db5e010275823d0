package org.doubtless.learning.acquisition;

import static org.doubtless.learning.acquisition.Probabilities.surprise;

import java.util.Arrays;
import org.doubtless.learning.posterior.PosteriorSamples;

/** The images whose labels EPIG wants to foretell. */
final class Targets {

    // Columns that stay in a processor's own memory while the networks are gone through.
    private static final int BLOCK = 512;

    private final int images;
    private final double entropy;
    /** What each network says of the targets, one target's classes after the other's: [S, T*C]. */
    private final double[][] p_STC;

    Targets(PosteriorSamples samples, int... rows) {
        images = rows.length;
        p_STC = new double[samples.samples()][rows.length * samples.classes()];
        for (int t = 0; t < rows.length; t++) {
            double[][] p_SC = Probabilities.of(samples, rows[t]);
            for (int s = 0; s < p_SC.length; s++) {
                System.arraycopy(p_SC[s], 0, p_STC[s], t * samples.classes(), samples.classes());
            }
        }
        double[] one_S = new double[p_STC.length];
        Arrays.fill(one_S, 1);
        entropy = entropyOfProducts(one_S, new double[p_STC[0].length]);
    }

    /** {@code mean_t I(y; y_t)} of an image of which the networks say {@code p_SC}; not below 0. */
    double gain(double[]... p_SC) {
        double own = 0;
        double joint = 0;
        double[] room_TC = new double[p_STC[0].length];
        for (double[] p_S : Probabilities.byClass(p_SC)) {
            own += surprise(Arrays.stream(p_S).sum() / p_S.length);
            joint += entropyOfProducts(p_S, room_TC);
        }
        return Math.max(0, own + (entropy - joint) / images);
    }

    /** {@code sum_tc -q log q} with {@code q = mean_s p_s p_stc}. */
    private double entropyOfProducts(double[] p_S, double[] room_TC) {
        double sum = 0;
        for (int from = 0; from < room_TC.length; from += BLOCK) {
            int to = Math.min(room_TC.length, from + BLOCK);
            WeightedSum.of(p_S, p_STC, room_TC, from, to);
            for (int i = from; i < to; i++) {
                sum += surprise(room_TC[i] / p_S.length);
            }
        }
        return sum;
    }
}
