package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.posterior.Architecture;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Weights;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;
import org.junit.jupiter.api.Test;

/** The last bias of a network of zeros is its logits: what it says of every image is set by hand. */
class EarlyStoppingTest {
    private static final int TOTAL = 300;
    private static final int PAUSE = TOTAL / 30;
    private static final int PATIENCE = 8;
    private static final float WORSE = -1;

    private final Network network = new Network(Architecture.HEAD, new FeatureShape(1, 1, 2), 2);
    /** Two held-out images, both of class 1. */
    private final TrainingSet labelled = new TrainingSet(
            FeatureMatrix.ofRows(2, List.of(new float[2], new float[] {1, 0}, new float[2])), 2, 0, 1, 1);

    private NDList zeros(NDManager manager, int networks) {
        List<Weights> each = new ArrayList<>();
        for (int k = 0; k < networks; k++) {
            each.add(network.initialise(new float[1], new float[] {1}, new SplittableRandom(k)));
        }
        NDList weights = Weights.stack(manager, each);
        weights.forEach(weight -> weight.muli(0));
        return weights;
    }

    /** How sure network k is of class 1. */
    private static void say(NDList weights, int k, float logit) {
        NDArray bias = weights.get(weights.size() - 1);
        float[] numbers = bias.toFloatArray();
        numbers[2 * k + 1] = logit;
        bias.set(numbers);
    }

    private float said(Weights weights) {
        try (NDManager manager = Torch.newManager()) {
            NDList tensors = weights.toTensors(manager);
            return tensors.get(tensors.size() - 1).toFloatArray()[1];
        }
    }

    @Test
    void keepsTheWeightsOfTheLeastLossAndEndsWhenItHasNotFallenForLong() {
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            EarlyStopping stopping = new EarlyStopping(network, 1, labelled, new int[] {1, 2});
            NDList weights = zeros(manager, 1);
            float[] logits = {0.5f, 2, 1};
            int step = 0;
            for (float logit : logits) {
                say(weights, 0, logit);
                step += PAUSE;
                stopping.look(step, TOTAL, weights);
            }
            for (int look = 1; look < PATIENCE; look++) {
                assertThat(stopping.isDue()).isFalse();
                say(weights, 0, WORSE);
                // It looks every so many steps only.
                stopping.look(step + 1, TOTAL, weights);
                step += PAUSE;
                stopping.look(step, TOTAL, weights);
            }
            assertThat(stopping.isDue()).isTrue();
            assertThat(said(stopping.best(weights).get(0))).isEqualTo(2);
        }
    }

    @Test
    void watchesEachOfStackedNetworksByItself() {
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            EarlyStopping stopping = new EarlyStopping(network, 2, labelled, new int[] {1, 2});
            NDList weights = zeros(manager, 2);
            for (int look = 0; look < 20; look++) {
                say(weights, 0, look == 0 ? 3 : look == 15 ? 9 : WORSE);
                say(weights, 1, 0.1f * look);
                stopping.look((look + 1) * PAUSE, TOTAL, weights);
                assertThat(stopping.isDue()).as("the second goes on").isFalse();
            }
            List<Weights> best = stopping.best(weights);
            assertThat(said(best.get(0)))
                    .as("what comes after it was due does not count")
                    .isEqualTo(3);
            assertThat(said(best.get(1))).isEqualTo(0.1f * 19);
        }
    }

    @Test
    void neverEndsWithoutHeldOutLabels() {
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            EarlyStopping stopping = new EarlyStopping(network, 1, labelled, new int[0]);
            NDList weights = zeros(manager, 1);
            for (int step = 1; step <= TOTAL; step++) {
                stopping.look(step, TOTAL, weights);
            }
            say(weights, 0, WORSE);
            assertThat(stopping.isDue()).isFalse();
            assertThat(said(stopping.best(weights).get(0))).isEqualTo(WORSE);
        }
    }

    @Test
    void refusesALossThatIsNoNumber() {
        try (NDManager manager = Torch.newManager();
                GradientMode off = GradientMode.off()) {
            EarlyStopping stopping = new EarlyStopping(network, 1, labelled, new int[] {1});
            NDList weights = zeros(manager, 1);
            say(weights, 0, Float.NaN);
            assertThatThrownBy(() -> stopping.look(TOTAL, TOTAL, weights))
                    .isInstanceOf(DivergedTraining.class)
                    .hasMessageContaining("held-out");
        }
    }
}
