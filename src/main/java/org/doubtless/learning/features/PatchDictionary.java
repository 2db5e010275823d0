package org.doubtless.learning.features;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The strokes and textures that the patches of a pool are made of: K unit vectors d, to be compared
 * with whitened patches.
 *
 * <p>A whitened patch is (p - mean) Z with Z = V (L + 0.1)^-1/2 V', V and L the eigenvectors and
 * eigenvalues of the patches' covariance (ZCA). The vectors come from spherical k-means: each patch
 * goes to the vector with the largest |d'p|, each vector becomes the normalised sum of (d'p) p over
 * its patches, damped by 0.05 of itself. Coates and Ng, "Learning feature representations with
 * k-means", 2012.
 *
 * <p>Mean, whitening and comparison are one matrix [d][K] and one offset [K].
 */
final class PatchDictionary {

    static final int ATOMS = 200;
    static final int ITERATIONS = 12;

    private static final double EPSILON = 0.1;
    private static final float DAMPING = 0.05f;
    private static final int BLOCK = 500;

    private final float[][] weights_DK;
    private final float[] offset_K;

    private PatchDictionary(float[][] weights_DK, float[] offset_K) {
        this.weights_DK = weights_DK;
        this.offset_K = offset_K;
    }

    /** Learns from normalised patches [N][d], N at least 1. */
    static PatchDictionary learn(float[][] patches_ND, int atoms, long seed, Workers workers) {
        Whitening whitening = Whitening.of(patches_ND, EPSILON, workers);
        float[][] whitened_ND = whitening.apply(patches_ND, workers);
        float[][] atoms_KD = startingAtoms(atoms, whitened_ND[0].length, seed);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            workers.check();
            atoms_KD = moved(atoms_KD, whitened_ND, workers);
        }
        float[][] weights_DK = whitening.compose(atoms_KD);
        float[] offset_K = new float[atoms];
        RowProduct.add(whitening.negativeMean(), weights_DK, offset_K);
        return new PatchDictionary(weights_DK, offset_K);
    }

    private static float[][] startingAtoms(int atoms, int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] atoms_KD = new float[atoms][length];
        for (float[] atom : atoms_KD) {
            for (int d = 0; d < length; d++) {
                atom[d] = (float) random.nextGaussian();
            }
            UnitLength.scale(atom);
        }
        return atoms_KD;
    }

    private static float[][] moved(float[][] atoms_KD, float[][] patches_ND, Workers workers) {
        float[][] atoms_DK = Transposed.of(atoms_KD);
        int[] nearest_N = new int[patches_ND.length];
        float[] likeness_N = new float[patches_ND.length];
        workers.each(patches_ND.length, BLOCK, (from, to) -> {
            float[] likeness_K = new float[atoms_KD.length];
            for (int n = from; n < to; n++) {
                Arrays.fill(likeness_K, 0);
                RowProduct.add(patches_ND[n], atoms_DK, likeness_K);
                nearest_N[n] = largest(likeness_K);
                likeness_N[n] = likeness_K[nearest_N[n]];
            }
        });
        float[][] moved_KD = new float[atoms_KD.length][];
        for (int k = 0; k < moved_KD.length; k++) {
            moved_KD[k] = atoms_KD[k].clone();
            for (int d = 0; d < moved_KD[k].length; d++) {
                moved_KD[k][d] *= DAMPING;
            }
        }
        for (int n = 0; n < patches_ND.length; n++) {
            float[] atom = moved_KD[nearest_N[n]];
            for (int d = 0; d < atom.length; d++) {
                atom[d] += likeness_N[n] * patches_ND[n][d];
            }
        }
        for (float[] atom : moved_KD) {
            UnitLength.scale(atom);
        }
        return moved_KD;
    }

    private static int largest(float[] likeness_K) {
        int best = 0;
        for (int k = 1; k < likeness_K.length; k++) {
            if (Math.abs(likeness_K[k]) > Math.abs(likeness_K[best])) {
                best = k;
            }
        }
        return best;
    }

    int atoms() {
        return offset_K.length;
    }

    int patchLength() {
        return weights_DK.length;
    }

    /** Writes d'(whitened p) for every d. */
    void compare(float[] patch_D, float[] likeness_K) {
        System.arraycopy(offset_K, 0, likeness_K, 0, offset_K.length);
        RowProduct.add(patch_D, weights_DK, likeness_K);
    }

    void writeTo(DataOutputStream out) throws IOException {
        FloatRows.write(weights_DK, out);
        FloatRows.write(new float[][] {offset_K}, out);
    }

    static PatchDictionary readFrom(DataInputStream in) throws IOException {
        return new PatchDictionary(FloatRows.read(in), FloatRows.read(in)[0]);
    }
}
