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
        double even = 0;
        double odd = 0;
        int d = 0;
        for (; d + 1 < a.length; d += 2) {
            even += a[d] * b[d];
            odd += a[d + 1] * b[d + 1];
        }
        return d < a.length ? even + odd + a[d] * b[d] : even + odd;
    }
}
