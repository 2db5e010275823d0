package org.doubtless.learning.posterior;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.doubtless.learning.features.Dense;
import org.doubtless.learning.features.FloatMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Bayesian linear regression in closed form, one output a class: {@code y = Fw + noise}, {@code w ~
 * N(0,I)}.
 *
 * <p>Weights have the posterior mean {@code S Fᵀ N⁻¹ Y} and, all classes alike, the covariance {@code S
 * = (I + Fᵀ N⁻¹ F)⁻¹}, N the diagonal of noise variances (Rasmussen & Williams 2006, chapter 2). Fewer
 * rows than features are solved in the dual, n³; more in the primal, D³. Immutable, in 64 bits.
 */
public final class BayesianLinear {

    private static final double LEAST_SCALE = 1e-6;

    private final DMatrixRMaj mean_DC;
    private final DMatrixRMaj covariance_DD;
    private final FloatMatrix rows_LD;
    private final DMatrixRMaj targets_LC;
    private final double[] noise_L;

    private BayesianLinear(FloatMatrix rows_LD, DMatrixRMaj targets_LC, double[] noise_L, DMatrixRMaj covariance_DD) {
        this.rows_LD = rows_LD;
        this.targets_LC = targets_LC;
        this.noise_L = noise_L;
        this.covariance_DD = covariance_DD;
        DMatrixRMaj weighted_LC = targets_LC.copy();
        CommonOps_DDRM.divideRows(noise_L, weighted_LC);
        DMatrixRMaj moments_DC = CommonOps_DDRM.multTransA(Dense.of(rows_LD), weighted_LC, null);
        this.mean_DC = Dense.product(covariance_DD, moments_DC);
    }

    /**
     * Solves for the posterior.
     *
     * @param rows_LD features of the labelled images; none leave the prior
     * @param targets_LC what the outputs should be
     * @param noise_L the variance of each row's noise, above 0
     */
    public static BayesianLinear fit(FloatMatrix rows_LD, DMatrixRMaj targets_LC, double... noise_L) {
        requireNonNull(rows_LD, "rows is null");
        if (targets_LC.getNumRows() != rows_LD.rows() || noise_L.length != rows_LD.rows()) {
            throw new IllegalArgumentException(targets_LC.getNumRows() + " targets and " + noise_L.length
                    + " noise variances for " + rows_LD.rows() + " rows: give one of each a row");
        }
        for (double noise : noise_L) {
            if (!(noise > 0 && noise < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a noise variance is " + noise + ": give finite ones above 0");
            }
        }
        DMatrixRMaj covariance_DD =
                rows_LD.rows() <= rows_LD.columns() ? dual(rows_LD, noise_L) : primal(rows_LD, noise_L);
        return new BayesianLinear(rows_LD, targets_LC, noise_L.clone(), covariance_DD);
    }

    /** {@code S = I - Fᵀ (F Fᵀ + N)⁻¹ F}. */
    static DMatrixRMaj dual(FloatMatrix rows_LD, double... noise_L) {
        DMatrixRMaj rows = Dense.of(rows_LD);
        DMatrixRMaj gram_LL = CommonOps_DDRM.multTransB(rows, rows, null);
        for (int i = 0; i < noise_L.length; i++) {
            gram_LL.add(i, i, noise_L[i]);
        }
        DMatrixRMaj covariance_DD = CommonOps_DDRM.identity(rows_LD.columns());
        if (noise_L.length > 0) {
            CommonOps_DDRM.multAddTransA(-1, rows, solve(gram_LL, rows), covariance_DD);
        }
        return covariance_DD;
    }

    /** {@code S = (I + Fᵀ N⁻¹ F)⁻¹}. */
    static DMatrixRMaj primal(FloatMatrix rows_LD, double... noise_L) {
        FloatMatrix weighted = rows_LD.select(range(rows_LD.rows()));
        for (int i = 0; i < weighted.values().length; i++) {
            weighted.values()[i] /= (float) noise_L[i / weighted.columns()];
        }
        DMatrixRMaj precision_DD = Dense.of(rows_LD.transposedTimes(weighted));
        for (int i = 0; i < rows_LD.columns(); i++) {
            precision_DD.add(i, i, 1);
        }
        return solve(precision_DD, CommonOps_DDRM.identity(rows_LD.columns()));
    }

    private static int[] range(int length) {
        int[] range = new int[length];
        Arrays.setAll(range, i -> i);
        return range;
    }

    private static DMatrixRMaj solve(DMatrixRMaj positive, DMatrixRMaj right) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(positive.getNumRows());
        if (!solver.setA(positive)) {
            throw new ArithmeticException(
                    "the " + positive.getNumRows() + " equations have no unique solution: are all features finite?");
        }
        DMatrixRMaj solution = new DMatrixRMaj(right.getNumRows(), right.getNumCols());
        solver.solve(right, solution);
        return solution;
    }

    /** D, the number of features. */
    public int features() {
        return covariance_DD.getNumRows();
    }

    /** C, the number of outputs. */
    public int outputs() {
        return mean_DC.getNumCols();
    }

    /** The posterior mean of the weights [D,C]; a copy. */
    public DMatrixRMaj mean() {
        return mean_DC.copy();
    }

    /** The posterior covariance of each class's weights [D,D]; a copy. */
    public DMatrixRMaj covariance() {
        return covariance_DD.copy();
    }

    /** The mean outputs [N,C] for images [N,D]. */
    public FloatMatrix scores(FloatMatrix images_ND) {
        return images_ND.times(Dense.toFloats(mean_DC));
    }

    /** The variance {@code fᵀSf} of each image's outputs, without noise, [N]. */
    public double[] variances(FloatMatrix images_ND) {
        FloatMatrix products_ND = images_ND.times(Dense.toFloats(covariance_DD));
        double[] variances = new double[images_ND.rows()];
        Arrays.setAll(variances, n -> Math.max(0, images_ND.dot(n, products_ND, n)));
        return variances;
    }

    /**
     * What the model would say of each of its own rows, had it not been told its label; exact, and
     * without solving anew: with {@code h = fᵀSf / noise}, mean {@code (m - hy) / (1 - h)} and variance
     * {@code fᵀSf / (1 - h)}.
     */
    public LeftOut leaveOneOut() {
        DMatrixRMaj rows = Dense.of(rows_LD);
        DMatrixRMaj fitted_LC = Dense.product(rows, mean_DC);
        DMatrixRMaj products_LD = Dense.product(rows, covariance_DD);
        LeftOut left = new LeftOut(new double[noise_L.length][outputs()], new double[noise_L.length]);
        for (int i = 0; i < noise_L.length; i++) {
            double variance = 0;
            for (int d = 0; d < features(); d++) {
                variance += products_LD.get(i, d) * rows.get(i, d);
            }
            double leverage = variance / noise_L[i];
            left.variances_L[i] = variance / (1 - leverage);
            for (int c = 0; c < outputs(); c++) {
                left.scores_LC[i][c] = (fitted_LC.get(i, c) - leverage * targets_LC.get(i, c)) / (1 - leverage);
            }
        }
        return left;
    }

    /**
     * By what factor the outputs vary less than the prior {@code w ~ N(0,I)} says: the mean over rows and
     * classes of the squared left-out error over its variance. Multiplied with it, the covariance is that
     * of the prior which predicts the labels best (Rasmussen & Williams 2006, section 5.4.2); the mean does
     * not change.
     *
     * @return above 0; 1 without rows
     */
    public double scale() {
        LeftOut left = leaveOneOut();
        double sum = 0;
        for (int i = 0; i < noise_L.length; i++) {
            for (int c = 0; c < outputs(); c++) {
                double error = targets_LC.get(i, c) - left.scores_LC[i][c];
                sum += error * error / (left.variances_L[i] + noise_L[i]);
            }
        }
        return noise_L.length == 0 ? 1 : Math.max(LEAST_SCALE, sum / noise_L.length / outputs());
    }

    /**
     * Outputs for L rows, each by a model that did not see it.
     *
     * @param scores_LC their means
     * @param variances_L their variances, without noise
     */
    public record LeftOut(double[][] scores_LC, double[] variances_L) {}
}
