package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.doubtless.learning.DrawnShapes;
import org.doubtless.learning.posterior.Posterior;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Test;

class TrainedModelTest {

    /** Magic, version, the names of network and posterior with their lengths, members. */
    private static final int HEADER = 4 + 4 + 2 + "small".length() + 2 + "mc-dropout".length() + 4;

    private final TrainedModel model = new Trainer(new TrainingSettings(16, 5, 5, 1, 2e-3), DrawnShapes.SHAPE, 42)
            .train(
                    new TrainingSet(DrawnShapes.features(12, 1), 4, DrawnShapes.labels(12)),
                    Cancellation.never(),
                    Progress.none());

    @Test
    void comesBackFromItsBytesAsItWas() {
        TrainedModel back = TrainedModel.fromBytes(model.toBytes());
        assertThat(back.toBytes()).isEqualTo(model.toBytes());
        assertThat(back.shape()).isEqualTo(DrawnShapes.SHAPE);
        assertThat(back.classes()).isEqualTo(4);
        assertThat(back.classesSeen()).isEqualTo(3);
        assertThat(back.labelsPerClass()).containsExactly(4, 4, 4, 0);
        assertThat(back.seed()).isEqualTo(42);
        assertThat(back.steps()).isEqualTo(5);
    }

    @Test
    void predictsTheSameBitByBitAfterwards() {
        assertThat(predict(TrainedModel.fromBytes(model.toBytes()))).isEqualTo(predict(model));
    }

    @Test
    void readsTheFirstVersionAsASmallNetworkWithDropout() {
        byte[] bytes = model.toBytes();
        ByteBuffer first = ByteBuffer.allocate(bytes.length - HEADER + 8 - 4);
        int labels = HEADER + 12 + 8 + 4 + 4 + 4 * 4;
        first.put(bytes, 0, 4).putInt(1).put(bytes, HEADER, labels - HEADER);
        first.put(bytes, labels + 4, bytes.length - labels - 4);
        TrainedModel back = TrainedModel.fromBytes(first.array());
        assertThat(back.choice()).isEqualTo(ModelChoice.defaults());
        assertThat(back.toBytes()).isEqualTo(bytes);
    }

    @Test
    void refusesDamagedBytes() {
        byte[] bytes = model.toBytes();
        assertThatThrownBy(() -> TrainedModel.fromBytes(new byte[20])).hasMessageContaining("no trained model");
        assertThatThrownBy(() -> TrainedModel.fromBytes(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cut off");
        byte[] newer = bytes.clone();
        newer[7] = 99;
        assertThatThrownBy(() -> TrainedModel.fromBytes(newer)).hasMessageContaining("version 99");
        byte[] huge = bytes.clone();
        huge[HEADER + 24] = 127;
        assertThatThrownBy(() -> TrainedModel.fromBytes(huge)).hasMessageContaining("damaged");
    }

    private static float[] predict(TrainedModel model) {
        try (Posterior posterior = model.posterior(3, 7)) {
            return posterior.sample(DrawnShapes.features(5, 2)).mean().row(4);
        }
    }
}
