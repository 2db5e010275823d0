package org.doubtless.learning.features;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** Turns patches so that all directions vary alike, and back (ZCA): x becomes (x - mean) Z. */
final class Whitening {

    private final float[] negativeMean_D;
    private final float[][] z_DD;

    private Whitening(float[] negativeMean_D, float[][] z_DD) {
        this.negativeMean_D = negativeMean_D;
        this.z_DD = z_DD;
    }

    /** @param epsilon added to the eigenvalues, so that what hardly varies is not blown up */
    static Whitening of(float[][] rows_ND, double epsilon, Workers workers) {
        CodeMoments moments = new CodeMoments(rows_ND[0].length);
        for (int from = 0; from < rows_ND.length; from += CodeMoments.CHUNK) {
            int to = Math.min(rows_ND.length, from + CodeMoments.CHUNK);
            moments.add(Arrays.copyOfRange(rows_ND, from, to), workers);
        }
        SymmetricEigenpairs eigen = SymmetricEigenpairs.of(new DMatrixRMaj(moments.covariance()));
        int length = rows_ND[0].length;
        float[][] z_DD = new float[length][length];
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < length; j++) {
                double sum = 0;
                for (int k = 0; k < length; k++) {
                    double scale = 1 / Math.sqrt(Math.max(0, eigen.values()[k]) + epsilon);
                    sum += eigen.vectors().get(i, k) * scale * eigen.vectors().get(j, k);
                }
                z_DD[i][j] = (float) sum;
            }
        }
        float[] negativeMean_D = new float[length];
        for (int i = 0; i < length; i++) {
            negativeMean_D[i] = (float) -moments.mean()[i];
        }
        return new Whitening(negativeMean_D, z_DD);
    }

    float[][] apply(float[][] rows_ND, Workers workers) {
        float[] start_D = new float[negativeMean_D.length];
        RowProduct.add(negativeMean_D, z_DD, start_D);
        float[][] whitened_ND = new float[rows_ND.length][];
        workers.each(rows_ND.length, CodeMoments.CHUNK, (from, to) -> {
            for (int n = from; n < to; n++) {
                whitened_ND[n] = start_D.clone();
                RowProduct.add(rows_ND[n], z_DD, whitened_ND[n]);
            }
        });
        return whitened_ND;
    }

    /** Z atoms' [D][K]: to compare with unwhitened rows. */
    float[][] compose(float[][] atoms_KD) {
        float[][] atoms_DK = Transposed.of(atoms_KD);
        float[][] composed_DK = new float[z_DD.length][atoms_KD.length];
        for (int d = 0; d < z_DD.length; d++) {
            RowProduct.add(z_DD[d], atoms_DK, composed_DK[d]);
        }
        return composed_DK;
    }

    float[] negativeMean() {
        return negativeMean_D.clone();
    }
}
