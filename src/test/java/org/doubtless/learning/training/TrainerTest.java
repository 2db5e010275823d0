package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.doubtless.learning.DrawnShapes;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.posterior.Posterior;
import org.doubtless.learning.torch.Torch;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final TrainingSettings QUICK = new TrainingSettings(16, 30, 60, 10, 2e-3);

    private final TrainingSet labelled =
            new TrainingSet(DrawnShapes.features(24, 1), DrawnShapes.CLASSES, DrawnShapes.labels(24));

    @Test
    void givesTheSameBytesForTheSameSeed() {
        byte[] once = train(5).toBytes();
        assertThat(train(5).toBytes()).isEqualTo(once);
        assertThat(train(6).toBytes()).isNotEqualTo(once);
    }

    @Test
    void givesTheSameBytesBesideAnotherTraining() throws Exception {
        List<byte[]> alone = List.of(train(1).toBytes(), train(2).toBytes());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<byte[]>> running = new ArrayList<>();
            for (long seed : new long[] {1, 2}) {
                running.add(threads.submit(() -> train(seed).toBytes()));
            }
            assertThat(running.get(0).get()).isEqualTo(alone.get(0));
            assertThat(running.get(1).get()).isEqualTo(alone.get(1));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void endsBetweenStepsWhenCancelled() {
        AtomicInteger steps = new AtomicInteger();
        assertThatThrownBy(() -> new Trainer(QUICK, DrawnShapes.SHAPE, 1)
                        .train(labelled, () -> steps.get() >= 3, (done, total) -> steps.set(done)))
                .isInstanceOf(CancelledLearning.class);
        assertThat(steps).hasValue(3);
    }

    @Test
    void reportsEachStepUpToTheTotal() {
        List<Integer> reports = new ArrayList<>();
        new Trainer(QUICK, DrawnShapes.SHAPE, 1).train(labelled, Cancellation.never(), (done, total) -> {
            assertThat(total).isEqualTo(30);
            reports.add(done);
        });
        assertThat(reports).isSorted().hasSize(31).endsWith(30);
    }

    @Test
    void failsWhereTheLossIsNotFinite() {
        TrainingSettings wild = new TrainingSettings(16, 200, 200, 1, 1e30);
        assertThatThrownBy(() ->
                        new Trainer(wild, DrawnShapes.SHAPE, 1).train(labelled, Cancellation.never(), Progress.none()))
                .isInstanceOf(DivergedTraining.class)
                .hasMessageContaining("smaller learning rate");
    }

    @Test
    void leavesTheThreadsGradientModeAsItWas() {
        try (NDManager loaded = Torch.newManager()) {
            boolean before = JniUtils.isGradMode();
            train(1);
            assertThat(JniUtils.isGradMode()).isEqualTo(before);
        }
    }

    @Test
    void learnsFromOneClassAndFromTwoLabels() {
        TrainingSet one = new TrainingSet(DrawnShapes.features(2, 1), 3, 1, 1);
        TrainedModel model = new Trainer(QUICK, DrawnShapes.SHAPE, 1).train(one, Cancellation.never(), Progress.none());
        assertThat(model.classesSeen()).isEqualTo(1);
        TrainingSet two = new TrainingSet(DrawnShapes.features(2, 1), 200, 0, 199);
        TrainedModel wide = new Trainer(QUICK, DrawnShapes.SHAPE, 1).train(two, Cancellation.never(), Progress.none());
        try (Posterior posterior = wide.posterior(3, 1)) {
            assertThat(posterior.sample(two.features()).mean().predicted(1)).isEqualTo(199);
        }
    }

    @Test
    void holdsLabelsOutWhereThereAreEnough() {
        int many = HoldOut.ENOUGH;
        TrainingSet large =
                new TrainingSet(DrawnShapes.features(many, 1), DrawnShapes.CLASSES, DrawnShapes.labels(many));
        TrainingSettings patient = new TrainingSettings(32, 300, 300, 1, 5e-3);
        TrainedModel model =
                new Trainer(patient, DrawnShapes.SHAPE, 1).train(large, Cancellation.never(), Progress.none());
        assertThat(model.labelsPerClass()).containsExactly(167, 167, 166);
        try (Posterior posterior = model.posterior(10, 1)) {
            int right = 0;
            var mean = posterior.sample(DrawnShapes.features(60, 9)).mean();
            for (int n = 0; n < 60; n++) {
                right += mean.predicted(n) == n % 3 ? 1 : 0;
            }
            assertThat(right).isGreaterThan(55);
        }
    }

    @Test
    void refusesFeaturesOfAnotherShape() {
        Trainer trainer = new Trainer(QUICK, new FeatureShape(3, 16, 16), 1);
        assertThatThrownBy(() -> trainer.train(labelled, Cancellation.never(), Progress.none()))
                .hasMessageContaining("256 features are not of the shape");
    }

    private TrainedModel train(long seed) {
        return new Trainer(QUICK, DrawnShapes.SHAPE, seed).train(labelled, Cancellation.never(), Progress.none());
    }
}
