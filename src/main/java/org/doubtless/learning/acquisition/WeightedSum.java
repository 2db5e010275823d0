package org.doubtless.learning.acquisition;

import java.util.Arrays;

/** The inner loop of what goes over all networks: four of them a pass, which the compiler turns into vectors. */
final class WeightedSum {

    private WeightedSum() {}

    /** Writes {@code sum_s weights_S[s] * rows_SM[s][m]} to {@code target_M[m]}, m from {@code from} to {@code to}. */
    static void of(double[] weights_S, double[][] rows_SM, double[] target_M, int from, int to) {
        Arrays.fill(target_M, from, to, 0);
        int s = 0;
        for (; s + 4 <= weights_S.length; s += 4) {
            double w1 = weights_S[s];
            double w2 = weights_S[s + 1];
            double w3 = weights_S[s + 2];
            double w4 = weights_S[s + 3];
            double[] r1 = rows_SM[s];
            double[] r2 = rows_SM[s + 1];
            double[] r3 = rows_SM[s + 2];
            double[] r4 = rows_SM[s + 3];
            for (int m = from; m < to; m++) {
                double sum = target_M[m];
                sum += w1 * r1[m];
                sum += w2 * r2[m];
                sum += w3 * r3[m];
                sum += w4 * r4[m];
                target_M[m] = sum;
            }
        }
        for (; s < weights_S.length; s++) {
            double w = weights_S[s];
            double[] row_M = rows_SM[s];
            for (int m = from; m < to; m++) {
                target_M[m] += w * row_M[m];
            }
        }
    }
}
