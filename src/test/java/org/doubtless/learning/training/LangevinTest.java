package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LangevinTest {

    private final LinearRegression regression = new LinearRegression();

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.2})
    void visitsWeightsAsOftenAsTheirPosteriorHasIt(double friction) {
        int steps = 24_000;
        double[] sum = new double[2];
        double[][] products = new double[2][2];
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            NDArray weight = manager.zeros(new Shape(2, 1));
            weight.setRequiresGradient(true);
            Langevin walk =
                    new Langevin(manager, List.of(weight), friction, regression.labels(), new SplittableRandom(4));
            int kept = 0;
            for (int step = 0; step < steps; step++) {
                leaveGradient(manager, weight);
                walk.wander(friction == 1 ? 0.06 : 0.01);
                if (step >= steps / 10) {
                    float[] now = weight.toFloatArray();
                    kept++;
                    for (int i = 0; i < 2; i++) {
                        sum[i] += now[i];
                        for (int j = 0; j < 2; j++) {
                            products[i][j] += (double) now[i] * now[j];
                        }
                    }
                }
            }
            double[] mean = regression.mean();
            double[][] covariance = regression.covariance();
            for (int i = 0; i < 2; i++) {
                double deviation = Math.sqrt(covariance[i][i]);
                assertThat(sum[i] / kept).isCloseTo(mean[i], within(0.25 * deviation));
                for (int j = 0; j < 2; j++) {
                    double found = products[i][j] / kept - sum[i] / kept * sum[j] / kept;
                    double scale = deviation * Math.sqrt(covariance[j][j]);
                    assertThat(found).as("covariance %d, %d", i, j).isCloseTo(covariance[i][j], within(0.2 * scale));
                }
            }
        }
    }

    private void leaveGradient(NDManager manager, NDArray weight) {
        try (NDManager memory = manager.newSubManager();
                GradientMode on = GradientMode.on()) {
            NDArray loss = regression.loss(
                    memory, memory.create(regression.inputs(), new Shape(12, 2)).matMul(weight));
            NDArray prior = weight.square().sum();
            prior.attach(memory);
            loss = loss.add(
                    prior.mul((float) (0.5 / LinearRegression.PRIOR / LinearRegression.PRIOR / regression.labels())));
            JniUtils.backward((PtNDArray) loss, (PtNDArray) memory.ones(loss.getShape()), false, false);
        }
    }
}
