package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;
import org.junit.jupiter.api.Test;

class GaussianWeightsTest {

    private final LinearRegression regression = new LinearRegression();

    /** Of all independent Gaussians the nearest has the posterior's means, and its precisions where the others stand. */
    @Test
    void findsTheNearestGaussiansToAKnownPosterior() {
        SplittableRandom random = new SplittableRandom(3);
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            GaussianWeights weight =
                    new GaussianWeights(manager, manager.zeros(new Shape(2, 1)), 0.1, LinearRegression.PRIOR);
            GaussianWeights none = new GaussianWeights(manager, manager.zeros(new Shape(1)), 1e-6, 1);
            Adam adam = new Adam(manager, List.of(weight.mean(), weight.raw()), 0);
            int steps = 4_000;
            for (int step = 1; step <= steps; step++) {
                leaveGradient(manager, weight, none, random);
                adam.step(0.02 * (1 - (step - 1.0) / steps));
            }
            double[] mean = regression.mean();
            double[][] precision = regression.precision();
            for (int i = 0; i < 2; i++) {
                double deviation = 1 / Math.sqrt(precision[i][i]);
                assertThat((double) weight.mean().toFloatArray()[i]).isCloseTo(mean[i], within(0.1 * deviation));
                assertThat((double) weight.deviation().toFloatArray()[i])
                        .isCloseTo(deviation, within(0.05 * deviation));
            }
        }
    }

    @Test
    void measuresTheDivergenceFromThePrior() {
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            GaussianWeights weight = new GaussianWeights(manager, manager.create(new float[] {0.7f}), 0.3, 1.5);
            assertThat((double) weight.divergence().getFloat()).isCloseTo(integral(0.7, 0.3, 1.5), within(1e-4));
            GaussianWeights prior = new GaussianWeights(manager, manager.zeros(new Shape(5)), 1.5, 1.5);
            assertThat((double) prior.divergence().getFloat()).isCloseTo(0, within(1e-5));
        }
    }

    @Test
    void drawsWhatDrawnWeightsWouldGive() {
        SplittableRandom random = new SplittableRandom(3);
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            GaussianWeights weight =
                    new GaussianWeights(manager, manager.create(new float[] {2, -1}, new Shape(2, 1)), 0.5, 1);
            GaussianWeights bias = new GaussianWeights(manager, manager.create(new float[] {3}), 0.2, 1);
            NDArray rows = manager.create(new float[] {1, 4}, new Shape(1, 2)).tile(new long[] {20_000, 1});
            float[] drawn = GaussianWeights.dense(weight, bias, rows, random).toFloatArray();
            double sum = 0;
            double squares = 0;
            for (float each : drawn) {
                sum += each;
                squares += (double) each * each;
            }
            double mean = sum / drawn.length;
            assertThat(mean).isCloseTo(2 - 4 + 3, within(0.05));
            assertThat(squares / drawn.length - mean * mean).isCloseTo(0.25 * (1 + 16) + 0.04, within(0.15));
        }
    }

    private void leaveGradient(
            NDManager manager, GaussianWeights weight, GaussianWeights none, SplittableRandom random) {
        try (NDScope scope = new NDScope();
                NDManager memory = manager.newSubManager();
                GradientMode on = GradientMode.on()) {
            scope.suppressNotUsedWarning();
            NDArray rows = memory.create(regression.inputs(), new Shape(12, 2));
            NDArray loss = regression
                    .loss(memory, GaussianWeights.dense(weight, none, rows, random))
                    .add(weight.divergence().div(regression.labels()));
            JniUtils.backward((PtNDArray) loss, (PtNDArray) memory.ones(loss.getShape()), false, false);
        }
    }

    /** The integral of q log(q / p), slowly. */
    private static double integral(double mean, double deviation, double prior) {
        double sum = 0;
        double step = 1e-4;
        for (double x = mean - 8 * deviation; x < mean + 8 * deviation; x += step) {
            double q = density(x, mean, deviation);
            sum += step * q * Math.log(q / density(x, 0, prior));
        }
        return sum;
    }

    private static double density(double x, double mean, double deviation) {
        double z = (x - mean) / deviation;
        return Math.exp(-z * z / 2) / deviation / Math.sqrt(2 * Math.PI);
    }
}
