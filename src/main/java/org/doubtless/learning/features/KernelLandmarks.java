package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * Coordinates whose inner products are the kernel {@code exp(-|a-b|²)}, as near as the landmarks allow.
 *
 * <p>Nyström's method (Williams & Seeger 2001): m = min(250, N/2) images of the pool, drawn by the
 * seed, are landmarks; with {@code K = Q diag(e) Qᵀ} their kernel, an image x becomes {@code k(x) Q
 * diag(e)^-½}. Immutable.
 */
public final class KernelLandmarks {

    private static final int MOST = 250;
    private static final double JITTER = 1e-6;

    private final FloatMatrix landmarks_MD;
    private final FloatMatrix turn_MM;

    private KernelLandmarks(FloatMatrix landmarks_MD, FloatMatrix turn_MM) {
        this.landmarks_MD = landmarks_MD;
        this.turn_MM = turn_MM;
    }

    private static KernelLandmarks of(FloatMatrix landmarks_MD) {
        DMatrixRMaj kernel = Dense.of(kernel(landmarks_MD, landmarks_MD));
        for (int i = 0; i < kernel.getNumRows(); i++) {
            kernel.add(i, i, JITTER);
        }
        SymmetricEigenpairs pairs = SymmetricEigenpairs.of(kernel);
        FloatMatrix vectors_MM = Dense.toFloats(pairs.vectors());
        return new KernelLandmarks(
                landmarks_MD,
                vectors_MM.scaled(Arrays.stream(pairs.values())
                        .map(value -> 1 / Math.sqrt(Math.max(value, JITTER)))
                        .toArray()));
    }

    /**
     * Draws the landmarks.
     *
     * @param pool_ND rows of length 1 suit the kernel's width; at least one row
     */
    public static KernelLandmarks of(FloatMatrix pool_ND, long seed) {
        requireNonNull(pool_ND, "pool is null");
        int rows = pool_ND.rows();
        int count = Math.max(1, Math.min(MOST, rows / 2));
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[rows];
        Arrays.setAll(order, row -> row);
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i, rows);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return of(pool_ND.select(Arrays.copyOf(order, count)));
    }

    /** M, the number of landmarks and coordinates. */
    public int count() {
        return landmarks_MD.rows();
    }

    /** The coordinates [N,M] of images [N,D]. */
    public FloatMatrix coordinates(FloatMatrix images_ND) {
        return kernel(images_ND, landmarks_MD).times(turn_MM);
    }

    private static FloatMatrix kernel(FloatMatrix images_ND, FloatMatrix landmarks_MD) {
        FloatMatrix kernel_NM = images_ND.timesTransposed(landmarks_MD);
        double[] lengths_N = images_ND.squaredLengths();
        double[] lengths_M = landmarks_MD.squaredLengths();
        float[] values = kernel_NM.values();
        for (int n = 0; n < lengths_N.length; n++) {
            for (int m = 0; m < lengths_M.length; m++) {
                int at = n * lengths_M.length + m;
                double squared = Math.max(0, lengths_N[n] + lengths_M[m] - 2 * values[at]);
                values[at] = (float) Math.exp(-squared);
            }
        }
        return kernel_NM;
    }

    void writeTo(NumberWriter out) throws IOException {
        out.write(landmarks_MD);
        out.write(turn_MM);
    }

    static KernelLandmarks readFrom(NumberReader in, FeaturePart part) throws IOException {
        FloatMatrix landmarks_MD = in.readMatrix();
        FloatMatrix turn_MM = in.readMatrix();
        int count = landmarks_MD.rows();
        if (count < 1
                || landmarks_MD.columns() != part.columns()
                || turn_MM.rows() != count
                || turn_MM.columns() != count) {
            throw new IOException("the landmarks of part " + part.name() + " do not fit it");
        }
        return new KernelLandmarks(landmarks_MD, turn_MM);
    }
}
