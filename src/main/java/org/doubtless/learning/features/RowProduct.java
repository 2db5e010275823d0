package org.doubtless.learning.features;

/**
 * A row times a matrix, in the order of additions that the compiler turns into vector instructions.
 *
 * <p>Each row is multiplied by itself, so its bits do not depend on what other rows there are, on the
 * number of threads or on the processor: a library's matrix product promises none of the three.
 */
final class RowProduct {

    private RowProduct() {}

    /** Adds {@code row_D * matrix_DK} to {@code sum_K}. */
    static void add(float[] row_D, float[][] matrix_DK, float[] sum_K) {
        add(row_D, matrix_DK, sum_K, 0);
    }

    /** The same for the columns from {@code first} on only. */
    static void add(float[] row_D, float[][] matrix_DK, float[] sum_K, int first) {
        int d = 0;
        // Four at a time: with two or eight, the JDK's compiler gives up on vectors and takes 4x as long.
        for (; d + 3 < row_D.length; d += 4) {
            float a0 = row_D[d];
            float a1 = row_D[d + 1];
            float a2 = row_D[d + 2];
            float a3 = row_D[d + 3];
            float[] b0 = matrix_DK[d];
            float[] b1 = matrix_DK[d + 1];
            float[] b2 = matrix_DK[d + 2];
            float[] b3 = matrix_DK[d + 3];
            for (int k = first; k < sum_K.length; k++) {
                sum_K[k] += a0 * b0[k] + a1 * b1[k] + a2 * b2[k] + a3 * b3[k];
            }
        }
        for (; d < row_D.length; d++) {
            float a = row_D[d];
            float[] b = matrix_DK[d];
            for (int k = first; k < sum_K.length; k++) {
                sum_K[k] += a * b[k];
            }
        }
    }

    /** Adds {@code row_D * matrix_DK} to {@code sum_K}, in double precision. */
    static void add(double[] row_D, double[][] matrix_DK, double[] sum_K) {
        add(row_D, matrix_DK, sum_K, 0, row_D.length);
    }

    /** The same for the rows {@code from} (included) to {@code to} (excluded) of the matrix only. */
    static void add(double[] row_D, double[][] matrix_DK, double[] sum_K, int from, int to) {
        int d = from;
        for (; d + 3 < to; d += 4) {
            double a0 = row_D[d];
            double a1 = row_D[d + 1];
            double a2 = row_D[d + 2];
            double a3 = row_D[d + 3];
            double[] b0 = matrix_DK[d];
            double[] b1 = matrix_DK[d + 1];
            double[] b2 = matrix_DK[d + 2];
            double[] b3 = matrix_DK[d + 3];
            for (int k = 0; k < sum_K.length; k++) {
                sum_K[k] += a0 * b0[k] + a1 * b1[k] + a2 * b2[k] + a3 * b3[k];
            }
        }
        for (; d < to; d++) {
            double a = row_D[d];
            double[] b = matrix_DK[d];
            for (int k = 0; k < sum_K.length; k++) {
                sum_K[k] += a * b[k];
            }
        }
    }
}
