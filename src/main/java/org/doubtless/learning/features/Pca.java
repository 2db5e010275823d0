package org.doubtless.learning.features;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Principal components: the directions in which rows vary most.
 *
 * <p>y = (x - mean) V diag(l^(-w/2)), V the eigenvectors of the covariance with the largest
 * eigenvalues l. Whitening w = 0 keeps the variances, w = 1 makes them all 1, w = 1/2 lies between.
 * Directions in which nothing varies are left out.
 */
final class Pca {

    private static final double NOTHING = 1e-6;

    private final float[][] axes_DK;
    private final float[] offset_K;

    private Pca(float[][] axes_DK, float[] offset_K) {
        this.axes_DK = axes_DK;
        this.offset_K = offset_K;
    }

    /**
     * Fits to the rows counted in {@code moments}, which is used up.
     *
     * @param components K, as many as wanted; fewer where the rows vary in fewer directions, at least 1
     * @param whitening w, 0 to 1
     */
    static Pca fit(CodeMoments moments, int components, double whitening, long seed, Workers workers) {
        double[] mean_D = moments.mean();
        int most = Math.max(1, Math.min(components, Math.min(mean_D.length, moments.rows() - 1)));
        TopEigenvectors eigen = TopEigenvectors.of(moments.covariance(), most, seed, workers);
        int kept = 1;
        while (kept < most && eigen.value(kept) > NOTHING * eigen.value(0)) {
            kept++;
        }
        float[][] axes_DK = new float[mean_D.length][kept];
        double[] offset_K = new double[kept];
        for (int k = 0; k < kept; k++) {
            double[] vector_D = eigen.vector(k);
            double scale = sign(vector_D) * Math.pow(Math.max(eigen.value(k), 1e-12), -whitening / 2);
            for (int d = 0; d < vector_D.length; d++) {
                axes_DK[d][k] = (float) (scale * vector_D[d]);
                offset_K[k] -= mean_D[d] * axes_DK[d][k];
            }
        }
        float[] rounded_K = new float[kept];
        for (int k = 0; k < kept; k++) {
            rounded_K[k] = (float) offset_K[k];
        }
        return new Pca(axes_DK, rounded_K);
    }

    /** An eigenvector may point either way: its largest number is made positive. */
    private static double sign(double[] vector_D) {
        int largest = 0;
        for (int d = 1; d < vector_D.length; d++) {
            if (Math.abs(vector_D[d]) > Math.abs(vector_D[largest])) {
                largest = d;
            }
        }
        return vector_D[largest] < 0 ? -1 : 1;
    }

    /** D, the length of a row. */
    int rowLength() {
        return axes_DK.length;
    }

    /** K, the length of a projected row. */
    int columns() {
        return offset_K.length;
    }

    /** The components [K] of a row [D]. */
    float[] project(float[] row_D) {
        float[] components_K = offset_K.clone();
        RowProduct.add(row_D, axes_DK, components_K);
        return components_K;
    }

    void writeTo(DataOutputStream out) throws IOException {
        FloatRows.write(axes_DK, out);
        FloatRows.write(new float[][] {offset_K}, out);
    }

    static Pca readFrom(DataInputStream in) throws IOException {
        return new Pca(FloatRows.read(in), FloatRows.read(in)[0]);
    }
}
