package org.doubtless.learning.features;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * The largest eigenvalues of a large symmetric positive matrix, with their eigenvectors, by subspace
 * iteration with Rayleigh-Ritz steps.
 *
 * <p>All eigenvectors of 2,400 columns take minutes; the 128 largest take seconds. Halko, Martinsson
 * and Tropp, "Finding structure with randomness", 2011.
 */
final class TopEigenvectors {

    private static final double TOLERANCE = 1e-4;
    /** Of the largest eigenvalue: what lies below is noise of the 32-bit products and never settles. */
    private static final double NOISE = 1e-7;

    private static final int STEPS = 2;
    private static final int MAX_ROUNDS = 25;
    private static final int BLOCK = 32;

    private final double[][] matrix_DD;
    private final Workers workers;
    private double[][] basis_BD;
    private double[] values_B;

    private TopEigenvectors(double[][] matrix_DD, Workers workers) {
        this.matrix_DD = matrix_DD;
        this.workers = workers;
    }

    /**
     * Finds them.
     *
     * @param wanted 1 to D; a few more are computed along, which makes these converge
     */
    static TopEigenvectors of(double[][] matrix_DD, int wanted, long seed, Workers workers) {
        TopEigenvectors eigen = new TopEigenvectors(matrix_DD, workers);
        eigen.iterate(wanted, Math.min(matrix_DD.length, wanted + Math.max(16, wanted / 2)), seed);
        return eigen;
    }

    private void iterate(int wanted, int block, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        basis_BD = new double[block][matrix_DD.length];
        for (double[] vector : basis_BD) {
            Arrays.setAll(vector, d -> random.nextGaussian());
        }
        Orthonormal.make(basis_BD);
        values_B = new double[block];
        for (int round = 0; round < MAX_ROUNDS; round++) {
            for (int step = 0; step < STEPS; step++) {
                workers.check();
                basis_BD = product(basis_BD);
                Orthonormal.make(basis_BD);
            }
            double[] before = values_B;
            rotate();
            if (settled(before, wanted)) {
                return;
            }
        }
    }

    /** The matrix times each vector. */
    private double[][] product(double[][] vectors_BD) {
        double[][] vectors_DB = transposed(vectors_BD);
        double[][] product_DB = new double[matrix_DD.length][vectors_BD.length];
        workers.each(matrix_DD.length, BLOCK, (from, to) -> {
            for (int d = from; d < to; d++) {
                RowProduct.add(matrix_DD[d], vectors_DB, product_DB[d]);
            }
        });
        return transposed(product_DB);
    }

    /** Turns the basis to the eigenvectors of the matrix within it, largest first. */
    private void rotate() {
        int block = basis_BD.length;
        double[][] product_DB = transposed(product(basis_BD));
        DMatrixRMaj inside = new DMatrixRMaj(block, block);
        for (int i = 0; i < block; i++) {
            double[] row = new double[block];
            RowProduct.add(basis_BD[i], product_DB, row);
            for (int j = 0; j < block; j++) {
                inside.add(i, j, row[j] / 2);
                inside.add(j, i, row[j] / 2);
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(inside);
        double[][] rotated_BD = new double[block][matrix_DD.length];
        values_B = new double[block];
        for (int b = 0; b < block; b++) {
            values_B[b] = Math.max(0, eigen.value(b));
            RowProduct.add(eigen.vector(b), basis_BD, rotated_BD[b]);
        }
        basis_BD = rotated_BD;
    }

    private boolean settled(double[] before, int wanted) {
        for (int k = 0; k < wanted; k++) {
            if (Math.abs(values_B[k] - before[k]) > TOLERANCE * values_B[k] + NOISE * values_B[0]) {
                return false;
            }
        }
        return true;
    }

    private static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return columns;
    }

    /** The k-th largest eigenvalue, not below 0. */
    double value(int k) {
        return values_B[k];
    }

    /** Its eigenvector, of length 1. */
    double[] vector(int k) {
        return basis_BD[k];
    }
}
