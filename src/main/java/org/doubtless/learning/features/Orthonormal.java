package org.doubtless.learning.features;

/** Makes vectors perpendicular to one another and of length 1 (Gram-Schmidt, twice for accuracy). */
final class Orthonormal {

    private Orthonormal() {}

    /** In place; a vector that lies in the span of those before it becomes zeros. */
    static void make(double[][] vectors_BD) {
        for (int b = 0; b < vectors_BD.length; b++) {
            double[] vector = vectors_BD[b];
            double before = Math.sqrt(dot(vector, vector));
            for (int pass = 0; pass < 2; pass++) {
                double[] shares = new double[b];
                for (int other = 0; other < b; other++) {
                    shares[other] = -dot(vectors_BD[other], vector);
                }
                RowProduct.add(shares, vectors_BD, vector);
            }
            double length = Math.sqrt(dot(vector, vector));
            double scale = length <= 1e-12 * before || length == 0 ? 0 : 1 / length;
            for (int d = 0; d < vector.length; d++) {
                vector[d] *= scale;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int d = 0;
        // Four sums, so that one addition need not wait for the one before.
        for (; d + 3 < a.length; d += 4) {
            s0 += a[d] * b[d];
            s1 += a[d + 1] * b[d + 1];
            s2 += a[d + 2] * b[d + 2];
            s3 += a[d + 3] * b[d + 3];
        }
        for (; d < a.length; d++) {
            s0 += a[d] * b[d];
        }
        return s0 + s1 + (s2 + s3);
    }
}
