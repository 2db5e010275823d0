package org.doubtless.learning.acquisition;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.doubtless.learning.features.FloatMatrix;

/**
 * Asks where a label lowers the linear layer's variance over the whole pool most.
 *
 * <p>{@code gain(x) = xᵀSΣSx / (0.15 + xᵀSx)}, S the posterior covariance of the weights and Σ the pool's
 * mean of {@code ffᵀ}: by how much the mean variance of the pool falls (A-optimal design: Cohn,
 * Ghahramani & Jordan 1996). A batch is greedy: S is that after the labels asked for before.
 */
public final class VarianceReduction {

    /** The variance of a label's noise. */
    public static final double NOISE = 0.15;

    private static final int CHUNK = 8_192;

    private final FloatMatrix features_ND;
    private final FloatMatrix second_DD;

    /** Measures the pool [N,D], once: N D² multiplications. */
    public VarianceReduction(FloatMatrix features_ND) {
        this.features_ND = requireNonNull(features_ND, "features is null");
        this.second_DD = features_ND.transposedTimes(features_ND);
        for (int i = 0; i < second_DD.values().length; i++) {
            second_DD.values()[i] /= features_ND.rows();
        }
    }

    /** The features [N,D] of the pool. */
    public FloatMatrix features() {
        return features_ND;
    }

    /** The covariance after one more label, of the image of that row: one step of Sherman and Morrison. */
    public FloatMatrix afterLabel(FloatMatrix covariance_DD, int row) {
        FloatMatrix fallen_D = features_ND.select(row).times(covariance_DD);
        double scale = 1 / (NOISE + fallen_D.dot(0, features_ND, row));
        FloatMatrix after_DD = FloatMatrix.zeros(covariance_DD.rows(), covariance_DD.columns());
        for (int i = 0; i < after_DD.rows(); i++) {
            for (int j = 0; j < after_DD.columns(); j++) {
                double less = scale * fallen_D.at(0, i) * fallen_D.at(0, j);
                after_DD.values()[i * after_DD.columns() + j] = (float) (covariance_DD.at(i, j) - less);
            }
        }
        return after_DD;
    }

    /** The gain of a label for each of the given rows. */
    public double[] gains(FloatMatrix covariance_DD, int... rows) {
        double[] gains = new double[rows.length];
        for (int from = 0; from < rows.length; from += CHUNK) {
            int[] chunk = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + CHUNK));
            GreedyGains greedy = new GreedyGains(features_ND.select(chunk), covariance_DD, second_DD);
            for (int i = 0; i < chunk.length; i++) {
                gains[from + i] = greedy.gain(i);
            }
        }
        return gains;
    }

    /**
     * Picks a batch.
     *
     * @param covariance_DD S
     * @param rows the candidates, no row twice; thousands, not tens of thousands: all are in memory twice
     * @param weight_N by which the gain of each image of the pool is multiplied
     * @param count how many to pick; fewer where there are fewer candidates
     * @return rows, in the order in which they were picked
     */
    public int[] pick(FloatMatrix covariance_DD, int[] rows, double[] weight_N, int count) {
        GreedyGains greedy = new GreedyGains(features_ND.select(rows), covariance_DD, second_DD);
        boolean[] taken = new boolean[rows.length];
        int[] picks = new int[Math.min(count, rows.length)];
        for (int pick = 0; pick < picks.length; pick++) {
            int chosen = -1;
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < rows.length; i++) {
                double score = greedy.gain(i) * weight_N[rows[i]];
                if (!taken[i] && score > highest) {
                    highest = score;
                    chosen = i;
                }
            }
            taken[chosen] = true;
            picks[pick] = rows[chosen];
            greedy.label(chosen);
        }
        return picks;
    }
}
