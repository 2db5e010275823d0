package org.doubtless.learning.acquisition;

import org.doubtless.learning.features.FloatMatrix;

/** The gains of some candidates, kept right as one after the other is labelled. */
final class GreedyGains {

    private final FloatMatrix candidates_KD;
    private final FloatMatrix second_DD;
    /** Each candidate times S, and times S and Σ. */
    private final FloatMatrix fallen_KD;

    private final FloatMatrix spread_KD;
    private final double[] variance_K;

    GreedyGains(FloatMatrix candidates_KD, FloatMatrix covariance_DD, FloatMatrix second_DD) {
        this.candidates_KD = candidates_KD;
        this.second_DD = second_DD;
        this.fallen_KD = candidates_KD.times(covariance_DD);
        this.spread_KD = fallen_KD.times(second_DD);
        this.variance_K = new double[candidates_KD.rows()];
        for (int i = 0; i < variance_K.length; i++) {
            variance_K[i] = fallen_KD.dot(i, candidates_KD, i);
        }
    }

    double gain(int candidate) {
        double above = spread_KD.dot(candidate, fallen_KD, candidate);
        return Math.max(0, above) / (VarianceReduction.NOISE + Math.max(0, variance_K[candidate]));
    }

    /** Lowers all covariances by {@code b bᵀ}, b = Sx/√(noise + xᵀSx). */
    void label(int candidate) {
        int columns = candidates_KD.columns();
        double scale = 1 / Math.sqrt(VarianceReduction.NOISE + Math.max(0, variance_K[candidate]));
        FloatMatrix b_D = fallen_KD.select(candidate);
        for (int d = 0; d < columns; d++) {
            b_D.values()[d] *= (float) scale;
        }
        FloatMatrix spread_D = b_D.times(second_DD);
        float[] b = b_D.values();
        float[] spread = spread_D.values();
        for (int i = 0; i < variance_K.length; i++) {
            float t = (float) candidates_KD.dot(i, b_D, 0);
            int row = i * columns;
            for (int d = 0; d < columns; d++) {
                fallen_KD.values()[row + d] -= t * b[d];
                spread_KD.values()[row + d] -= t * spread[d];
            }
            variance_K[i] -= (double) t * t;
        }
    }
}
