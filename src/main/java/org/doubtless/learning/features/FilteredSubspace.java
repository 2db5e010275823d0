package org.doubtless.learning.features;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.doubtless.learning.work.Cancellation;
import org.ejml.data.DMatrixRMaj;

/**
 * The largest eigenpairs of a sparse symmetric matrix whose eigenvalues lie in [-1,1].
 *
 * <p>Chebyshev-filtered subspace iteration (Zhou, Saad, Tiago & Chelikowsky 2006): a polynomial that
 * is small on [-1,a] and large above it, a the block's smallest Ritz value, is applied to a block of
 * vectors, then Rayleigh-Ritz finds the best eigenpairs in their span. Eigenvalues may be multiple, as
 * those of a graph in several pieces are.
 */
final class FilteredSubspace {

    private static final int MOST_ROUNDS = 40;
    private static final int FIRST_DEGREE = 8;
    private static final int DEGREE = 16;

    private final SymmetricEdges matrix;
    private final Cancellation cancellation;
    private FloatMatrix vectors_NB;
    private double[] values_B;
    private double worstResidual;

    /**
     * Starts from random vectors.
     *
     * @param first a vector of the wanted span that is known already, [N]
     * @param block B, the vectors carried along: some more than are wanted
     */
    FilteredSubspace(SymmetricEdges matrix, float[] first, int block, long seed, Cancellation cancellation) {
        this.matrix = matrix;
        this.cancellation = cancellation;
        this.vectors_NB = FloatMatrix.zeros(first.length, block);
        SplittableRandom random = new SplittableRandom(seed);
        for (int node = 0; node < first.length; node++) {
            vectors_NB.values()[node * block] = first[node];
            for (int column = 1; column < block; column++) {
                vectors_NB.values()[node * block + column] = (float) (random.nextDouble() - 0.5);
            }
        }
    }

    /**
     * Iterates until {@code |A v - θ v| <= tolerance} for the {@code wanted} largest, or, where the
     * eigenvalues lie too close for that, until they are as good as 640 products make them.
     */
    void solve(int wanted, double tolerance) {
        project(wanted);
        for (int round = 0; round < MOST_ROUNDS && worstResidual > tolerance; round++) {
            filter(round < 2 ? FIRST_DEGREE : DEGREE);
            project(wanted);
        }
    }

    /** The Ritz values, falling, [B]. */
    double[] values() {
        return values_B;
    }

    /** Their orthonormal vectors, [N,B]. */
    FloatMatrix vectors() {
        return vectors_NB;
    }

    /** The scaled Chebyshev recurrence; it keeps the numbers near 1 at the top of the spectrum. */
    private void filter(int degree) {
        double lowest = Math.min(0.999, values_B[values_B.length - 1]);
        double half = (lowest + 1) / 2;
        double middle = (lowest - 1) / 2;
        double firstSigma = half / (1 - middle);
        double sigma = firstSigma;
        FloatMatrix before = vectors_NB;
        FloatMatrix now = FloatMatrix.zeros(before.rows(), before.columns());
        matrix.combine(sigma / half, before, -middle * sigma / half, 0, now);
        for (int i = 2; i <= degree; i++) {
            cancellation.check();
            double next = 1 / (2 / firstSigma - sigma);
            matrix.combine(2 * next / half, now, -2 * middle * next / half, -sigma * next, before);
            FloatMatrix newest = before;
            before = now;
            now = newest;
            sigma = next;
        }
        vectors_NB = now;
    }

    /** Rayleigh-Ritz: the eigenpairs of the matrix within the span of the vectors. */
    private void project(int wanted) {
        cancellation.check();
        FloatMatrix images_NB = FloatMatrix.zeros(vectors_NB.rows(), vectors_NB.columns());
        matrix.combine(1, vectors_NB, 0, 0, images_NB);
        DMatrixRMaj basis_BR = orthonormalising(Dense.of(vectors_NB.transposedTimes(vectors_NB)));
        DMatrixRMaj inner_BB = Dense.of(vectors_NB.transposedTimes(images_NB));
        SymmetricEigenpairs pairs = SymmetricEigenpairs.of(Dense.sandwich(basis_BR, inner_BB));
        FloatMatrix turn_BR = Dense.toFloats(Dense.product(basis_BR, pairs.vectors()));
        vectors_NB = vectors_NB.times(turn_BR);
        values_B = pairs.values();
        worstResidual = residual(images_NB.times(turn_BR), Math.min(wanted, values_B.length));
    }

    /** Columns that make the block orthonormal; directions lost in rounding are left out. */
    private static DMatrixRMaj orthonormalising(DMatrixRMaj gram_BB) {
        int block = gram_BB.getNumRows();
        double[] scale = new double[block];
        Arrays.setAll(scale, i -> 1 / Math.sqrt(Math.max(gram_BB.get(i, i), Double.MIN_NORMAL)));
        DMatrixRMaj scaled = new DMatrixRMaj(block, block);
        for (int i = 0; i < block; i++) {
            for (int j = 0; j < block; j++) {
                scaled.set(i, j, gram_BB.get(i, j) * scale[i] * scale[j]);
            }
        }
        SymmetricEigenpairs pairs = SymmetricEigenpairs.of(scaled);
        int kept = (int) Arrays.stream(pairs.values())
                .filter(value -> value > 1e-6 * pairs.values()[0])
                .count();
        DMatrixRMaj basis = new DMatrixRMaj(block, kept);
        for (int i = 0; i < block; i++) {
            for (int k = 0; k < kept; k++) {
                basis.set(i, k, scale[i] * pairs.vectors().get(i, k) / Math.sqrt(pairs.values()[k]));
            }
        }
        return basis;
    }

    private double residual(FloatMatrix images_NB, int wanted) {
        double[] squares = new double[wanted];
        for (int node = 0; node < images_NB.rows(); node++) {
            for (int k = 0; k < wanted; k++) {
                double off = images_NB.at(node, k) - values_B[k] * vectors_NB.at(node, k);
                squares[k] += off * off;
            }
        }
        return Math.sqrt(Arrays.stream(squares).max().orElse(0));
    }
}
