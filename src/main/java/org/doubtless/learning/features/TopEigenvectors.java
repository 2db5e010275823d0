package org.doubtless.learning.features;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * The largest eigenvalues of a large symmetric positive matrix, with their eigenvectors, by subspace
 * iteration with Chebyshev filters and Rayleigh-Ritz steps.
 *
 * <p>All eigenvectors of 2,400 columns take minutes; the 128 largest take seconds. A filter is a
 * polynomial of the matrix that leaves small what belongs to unwanted eigenvalues and blows up the
 * rest: Zhou, Saad, Tiago and Chelikowsky, "Self-consistent-field calculations using
 * Chebyshev-filtered subspace iteration", 2006.
 */
final class TopEigenvectors {

    private static final double TOLERANCE = 1e-4;
    /** Of the largest eigenvalue: what lies below is noise of the 32-bit products and never settles. */
    private static final double NOISE = 1e-7;

    private static final int MAX_ROUNDS = 25;
    private static final int MAX_DEGREE = 6;
    /** A filter that blows up more leaves too few digits to the small eigenvalues. */
    private static final double MAX_GAIN = 1e12;

    private static final int BLOCK = 32;
    /** Rows of the vectors that stay in a processor's cache while a block is multiplied by them. */
    private static final int CACHED = 240;

    private final double[][] matrix_DD;
    private final Workers workers;
    private double[][] basis_BD;
    private double[][] product_BD;
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
        int block = Math.min(matrix_DD.length, wanted + Math.max(16, wanted / 2));
        SplittableRandom random = new SplittableRandom(seed);
        eigen.basis_BD = new double[block][matrix_DD.length];
        for (double[] vector : eigen.basis_BD) {
            Arrays.setAll(vector, d -> random.nextGaussian());
        }
        eigen.values_B = new double[block];
        eigen.iterate(wanted);
        return eigen;
    }

    private void iterate(int wanted) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            workers.check();
            Orthonormal.make(basis_BD);
            product_BD = product(basis_BD);
            double[] before = values_B;
            rotate();
            if (settled(before, wanted)) {
                return;
            }
            filter();
        }
    }

    /** The matrix times each vector. */
    private double[][] product(double[][] vectors_BD) {
        double[][] vectors_DB = transposed(vectors_BD);
        double[][] product_DB = new double[matrix_DD.length][vectors_BD.length];
        workers.each(matrix_DD.length, BLOCK, (from, to) -> {
            for (int first = 0; first < vectors_DB.length; first += CACHED) {
                int last = Math.min(vectors_DB.length, first + CACHED);
                for (int d = from; d < to; d++) {
                    RowProduct.add(matrix_DD[d], vectors_DB, product_DB[d], first, last);
                }
            }
        });
        return transposed(product_DB);
    }

    /** Turns the basis to the eigenvectors of the matrix within it, largest first. */
    private void rotate() {
        int block = basis_BD.length;
        double[][] product_DB = transposed(product_BD);
        DMatrixRMaj inside = new DMatrixRMaj(block, block);
        for (int i = 0; i < block; i++) {
            double[] row = new double[block];
            RowProduct.add(basis_BD[i], product_DB, row);
            System.arraycopy(row, 0, inside.data, i * block, block);
        }
        SymmetricEigenpairs eigen = SymmetricEigenpairs.of(inside);
        double[][] turned_BD = new double[block][matrix_DD.length];
        double[][] turnedProduct_BD = new double[block][matrix_DD.length];
        values_B = new double[block];
        for (int b = 0; b < block; b++) {
            values_B[b] = Math.max(0, eigen.values()[b]);
            double[] shares = new double[block];
            for (int i = 0; i < block; i++) {
                shares[i] = eigen.vectors().get(i, b);
            }
            RowProduct.add(shares, basis_BD, turned_BD[b]);
            RowProduct.add(shares, product_BD, turnedProduct_BD[b]);
        }
        basis_BD = turned_BD;
        product_BD = turnedProduct_BD;
    }

    private boolean settled(double[] before, int wanted) {
        for (int k = 0; k < wanted; k++) {
            if (Math.abs(values_B[k] - before[k]) > TOLERANCE * values_B[k] + NOISE * values_B[0]) {
                return false;
            }
        }
        return true;
    }

    /** Damps what lies between 0 and the smallest eigenvalue of the block. */
    private void filter() {
        double half = values_B[values_B.length - 1] / 2;
        int degree = half > 0 ? degree(values_B[0] / half - 1) : 1;
        if (degree == 1) {
            basis_BD = product_BD;
            return;
        }
        double[][] former = basis_BD;
        double[][] current = combined(1 / half, product_BD, -1, basis_BD, 0, basis_BD);
        for (int step = 2; step <= degree; step++) {
            double[][] next = combined(2 / half, product(current), -2, current, -1, former);
            former = current;
            current = next;
        }
        basis_BD = current;
    }

    /** The highest degree whose Chebyshev polynomial, about (2x)^n / 2, stays within the gain. */
    private static int degree(double x) {
        return (int) Math.min(MAX_DEGREE, Math.max(1, Math.log(2 * MAX_GAIN) / Math.log(2 * x)));
    }

    private static double[][] combined(double a, double[][] x, double b, double[][] y, double c, double[][] z) {
        double[][] sum = new double[x.length][x[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int d = 0; d < x[i].length; d++) {
                sum[i][d] = a * x[i][d] + b * y[i][d] + c * z[i][d];
            }
        }
        return sum;
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
