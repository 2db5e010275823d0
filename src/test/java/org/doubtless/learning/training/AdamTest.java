package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;
import org.junit.jupiter.api.Test;

class AdamTest {

    @Test
    void followsThePapersFormula() {
        double[] expected = {1, -2, 3};
        double[] means = new double[3];
        double[] variances = new double[3];
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            NDArray weight = manager.create(new float[] {1, -2, 3});
            weight.setRequiresGradient(true);
            Adam adam = new Adam(manager, List.of(weight), 0.1);
            for (int step = 1; step <= 5; step++) {
                square(weight);
                adam.step(0.05);
                for (int i = 0; i < 3; i++) {
                    double gradient = 2 * expected[i];
                    means[i] = 0.9 * means[i] + 0.1 * gradient;
                    variances[i] = 0.999 * variances[i] + 0.001 * gradient * gradient;
                    double mean = means[i] / (1 - Math.pow(0.9, step));
                    double variance = variances[i] / (1 - Math.pow(0.999, step));
                    expected[i] -= 0.05 * (mean / (Math.sqrt(variance) + 1e-8) + 0.1 * expected[i]);
                }
            }
            for (int i = 0; i < 3; i++) {
                assertThat((double) weight.toFloatArray()[i]).isCloseTo(expected[i], within(1e-5));
            }
        }
    }

    /** Leaves the gradient of the sum of squares, 2w, with the weight. */
    private static void square(NDArray weight) {
        try (GradientMode on = GradientMode.on()) {
            NDArray loss = weight.square().sum();
            JniUtils.backward((PtNDArray) loss, (PtNDArray) loss.onesLike(), false, false);
        }
    }
}
