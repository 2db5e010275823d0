package org.doubtless.learning.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.doubtless.learning.features.Clouds;
import org.doubtless.learning.features.FloatMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class BayesianLinearTest {

    private static final int ROWS = 12;
    private static final int FEATURES = 5;

    private final FloatMatrix rows_LD = Clouds.of(ROWS, 3, FEATURES, 4);
    private final DMatrixRMaj targets_LC = targets(ROWS);
    private final double[] noise_L =
            IntStream.range(0, ROWS).mapToDouble(i -> 0.1 + 0.05 * i).toArray();
    private final BayesianLinear layer = BayesianLinear.fit(rows_LD, targets_LC, noise_L);

    @Test
    void isTheTextbooksPosterior() {
        DMatrixRMaj rows = dense(rows_LD);
        DMatrixRMaj precision = CommonOps_DDRM.identity(FEATURES);
        DMatrixRMaj moments = new DMatrixRMaj(FEATURES, 3);
        for (int i = 0; i < ROWS; i++) {
            for (int a = 0; a < FEATURES; a++) {
                for (int b = 0; b < FEATURES; b++) {
                    precision.add(a, b, rows.get(i, a) * rows.get(i, b) / noise_L[i]);
                }
                for (int c = 0; c < 3; c++) {
                    moments.add(a, c, rows.get(i, a) * targets_LC.get(i, c) / noise_L[i]);
                }
            }
        }
        CommonOps_DDRM.invert(precision);
        assertClose(layer.covariance(), precision, 1e-6);
        assertClose(layer.mean(), CommonOps_DDRM.mult(precision, moments, null), 1e-6);
    }

    @Test
    void isTheSameInDualAndPrimal() {
        assertClose(BayesianLinear.dual(rows_LD, noise_L), BayesianLinear.primal(rows_LD, noise_L), 1e-6);
    }

    @Test
    void scoresAndVariesAsTheFormulasSay() {
        FloatMatrix images = Clouds.of(4, 3, FEATURES, 9);
        DMatrixRMaj scores = CommonOps_DDRM.mult(dense(images), layer.mean(), null);
        DMatrixRMaj fallen = CommonOps_DDRM.mult(dense(images), layer.covariance(), null);
        for (int n = 0; n < 4; n++) {
            double variance = 0;
            for (int d = 0; d < FEATURES; d++) {
                variance += fallen.get(n, d) * images.at(n, d);
            }
            assertThat(layer.variances(images)[n]).isCloseTo(variance, within(1e-5));
            assertThat((double) layer.scores(images).at(n, 2)).isCloseTo(scores.get(n, 2), within(1e-5));
        }
    }

    @Test
    void leavesOutOneAsFittingWithoutItDoes() {
        BayesianLinear.LeftOut left = layer.leaveOneOut();
        double sum = 0;
        for (int i = 0; i < ROWS; i++) {
            int out = i;
            int[] others = IntStream.range(0, ROWS).filter(row -> row != out).toArray();
            DMatrixRMaj targets = new DMatrixRMaj(ROWS - 1, 3);
            for (int row = 0; row < ROWS - 1; row++) {
                for (int c = 0; c < 3; c++) {
                    targets.set(row, c, targets_LC.get(others[row], c));
                }
            }
            BayesianLinear without = BayesianLinear.fit(
                    rows_LD.select(others),
                    targets,
                    Arrays.stream(others).mapToDouble(row -> noise_L[row]).toArray());
            FloatMatrix image = rows_LD.select(i);
            double variance = without.variances(image)[0];
            assertThat(left.variances_L()[i]).isCloseTo(variance, within(1e-5));
            for (int c = 0; c < 3; c++) {
                assertThat(left.scores_LC()[i][c])
                        .isCloseTo(without.scores(image).at(0, c), within(1e-5));
                sum += Math.pow(targets_LC.get(i, c) - without.scores(image).at(0, c), 2) / (variance + noise_L[i]);
            }
        }
        assertThat(layer.scale()).isCloseTo(sum / ROWS / 3, within(1e-4));
    }

    @Test
    void drawsNetworksWithTheMeanAndCovarianceOfThePosterior() {
        int samples = 20_000;
        double scale = 0.3;
        FloatMatrix images = Clouds.of(3, 3, FEATURES, 9);
        FloatMatrix drawn = new LinearDraws(layer, samples, scale, 8).outputs(images);
        FloatMatrix means = layer.scores(images);
        double[] variances = layer.variances(images);
        double[] mean = new double[3];
        double[] square = new double[3];
        double product = 0;
        for (int s = 0; s < samples; s++) {
            for (int n = 0; n < 3; n++) {
                double off = drawn.at(n, s * 3 + 1) - means.at(n, 1);
                mean[n] += off / samples;
                square[n] += off * off / samples;
            }
            product += (drawn.at(0, s * 3 + 1) - means.at(0, 1)) * (drawn.at(1, s * 3 + 1) - means.at(1, 1)) / samples;
        }
        for (int n = 0; n < 3; n++) {
            assertThat(mean[n]).isCloseTo(0, within(0.02));
            assertThat(square[n]).isCloseTo(scale * variances[n], within(0.03 * scale * variances[n] + 1e-3));
        }
        DMatrixRMaj joint = CommonOps_DDRM.mult(dense(images), layer.covariance(), null);
        double covariance = 0;
        for (int d = 0; d < FEATURES; d++) {
            covariance += joint.get(0, d) * images.at(1, d);
        }
        assertThat(product).isCloseTo(scale * covariance, within(2e-3));
    }

    @Test
    void isThePriorWithoutRows() {
        BayesianLinear prior = BayesianLinear.fit(FloatMatrix.zeros(0, FEATURES), new DMatrixRMaj(0, 3));
        assertClose(prior.covariance(), CommonOps_DDRM.identity(FEATURES), 0);
        assertThat(prior.mean().data).containsOnly(0);
        assertThat(prior.scale()).isEqualTo(1);
    }

    @Test
    void refusesNoiseThatIsNone() {
        assertThatThrownBy(() -> BayesianLinear.fit(rows_LD, targets_LC, new double[ROWS]))
                .hasMessageContaining("noise variance is 0.0");
    }

    private static DMatrixRMaj targets(int rows) {
        DMatrixRMaj targets = new DMatrixRMaj(rows, 3);
        targets.fill(-1 / 3.0);
        for (int i = 0; i < rows; i++) {
            targets.add(i, i % 3, 1);
        }
        return targets;
    }

    private static DMatrixRMaj dense(FloatMatrix matrix) {
        DMatrixRMaj dense = new DMatrixRMaj(matrix.rows(), matrix.columns());
        for (int i = 0; i < dense.data.length; i++) {
            dense.data[i] = matrix.values()[i];
        }
        return dense;
    }

    private static void assertClose(DMatrixRMaj actual, DMatrixRMaj expected, double tolerance) {
        assertThat(actual.data).hasSameSizeAs(expected.data);
        for (int i = 0; i < actual.data.length; i++) {
            assertThat(actual.data[i]).isCloseTo(expected.data[i], within(tolerance));
        }
    }
}
