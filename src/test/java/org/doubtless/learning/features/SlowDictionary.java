package org.doubtless.learning.features;

import java.util.SplittableRandom;

/** Spherical k-means in plain loops: slow and obvious. */
final class SlowDictionary {

    private SlowDictionary() {}

    static double[][] learn(float[][] rows, int atoms, long seed) {
        int length = rows[0].length;
        SplittableRandom random = new SplittableRandom(seed);
        double[][] current = new double[atoms][length];
        for (double[] atom : current) {
            for (int d = 0; d < length; d++) {
                atom[d] = random.nextGaussian();
            }
            normalise(atom);
        }
        for (int iteration = 0; iteration < 12; iteration++) {
            double[][] next = new double[atoms][length];
            for (float[] row : rows) {
                int best = 0;
                for (int k = 1; k < atoms; k++) {
                    if (Math.abs(dot(current[k], row)) > Math.abs(dot(current[best], row))) {
                        best = k;
                    }
                }
                double likeness = dot(current[best], row);
                for (int d = 0; d < length; d++) {
                    next[best][d] += likeness * row[d];
                }
            }
            for (int k = 0; k < atoms; k++) {
                for (int d = 0; d < length; d++) {
                    next[k][d] += 0.05 * current[k][d];
                }
                normalise(next[k]);
            }
            current = next;
        }
        return current;
    }

    static double dot(double[] atom, float[] row) {
        double sum = 0;
        for (int d = 0; d < row.length; d++) {
            sum += atom[d] * row[d];
        }
        return sum;
    }

    private static void normalise(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        for (int d = 0; d < vector.length; d++) {
            vector[d] /= Math.sqrt(squares);
        }
    }
}
