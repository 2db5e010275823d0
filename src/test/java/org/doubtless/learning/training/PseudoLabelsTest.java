package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.util.stream.IntStream;
import org.doubtless.learning.DrawnShapes;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.learning.posterior.Posterior;
import org.doubtless.learning.torch.Torch;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Test;

class PseudoLabelsTest {

    private static final int POOL = 300;

    private final TrainingSet truth = new TrainingSet(DrawnShapes.features(6, 1), 3, DrawnShapes.labels(6));
    private final FeatureMatrix pool = DrawnShapes.features(POOL, 2);

    @Test
    void keepsTheSurestSevenTenths() {
        TrainingSet joined = PseudoLabels.join(truth, pool, soft(), confidence());
        assertThat(joined.size()).isEqualTo(6 + 210);
        assertThat(joined.labelsPerClass()).containsExactly(2, 2, 2);
        assertThat(joined.isTold(5)).isTrue();
        assertThat(joined.isTold(6)).isFalse();
        assertThat(joined.target(4, 1)).isEqualTo(1);
        // Images 90 to 299 are the surest.
        assertThat(joined.features().at(6, 77)).isEqualTo(pool.at(90, 77));
        assertThat(joined.target(6, 0)).isEqualTo(soft().at(90, 0));
    }

    @Test
    void showsEachClassAlikeAndPeoplesLabelsAQuarterOfTheTime() {
        TrainingSet joined = PseudoLabels.join(truth, pool, soft(), confidence());
        TrainingSettings settings = new TrainingSettings(60, 1, 1, 1, 1e-3, Sampling.EACH_CLASS);
        Lesson lesson = Lesson.of(joined, DrawnShapes.SHAPE, settings, new int[0]);
        Batches batches =
                new Batches(lesson, IntStream.range(0, joined.size()).toArray(), new java.util.SplittableRandom(3));
        double[] shown = new double[3];
        int told = 0;
        try (NDManager manager = Torch.newManager()) {
            for (int batch = 0; batch < 50; batch++) {
                float[] targets = batches.next(manager).targets().toFloatArray();
                for (int b = 0; b < 60; b++) {
                    float most = 0;
                    for (int c = 0; c < 3; c++) {
                        shown[c] += targets[b * 3 + c];
                        most = Math.max(most, targets[b * 3 + c]);
                    }
                    told += most == 1 ? 1 : 0;
                }
            }
        }
        assertThat(told / 3_000.0).isCloseTo(0.25, within(0.03));
        for (double each : shown) {
            assertThat(each / 3_000).isCloseTo(1 / 3.0, within(0.04));
        }
    }

    @Test
    void betterWhatAFewLabelsTeach() {
        FeatureMatrix test = DrawnShapes.features(120, 9);
        TrainedModel alone = new Trainer(TrainingSettings.defaults(), DrawnShapes.SHAPE, 1)
                .train(truth, Cancellation.never(), Progress.none());
        TrainedModel helped = Trainer.forPseudoLabels(DrawnShapes.SHAPE, 1)
                .train(PseudoLabels.join(truth, pool, soft(), confidence()), Cancellation.never(), Progress.none());
        assertThat(accuracy(helped, test)).isGreaterThan(0.9).isGreaterThan(accuracy(alone, test));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> PseudoLabels.join(truth, pool, soft(), 1, 2))
                .hasMessageContaining("2 confidences do not fit 300 images");
    }

    private static double accuracy(TrainedModel model, FeatureMatrix test) {
        try (Posterior posterior = model.posterior(12, 1)) {
            ClassProbabilities mean = posterior.sample(test).mean();
            return IntStream.range(0, test.rows())
                            .filter(row -> mean.predicted(row) == row % 3)
                            .count()
                    / (double) test.rows();
        }
    }

    /** Right about every image, more or less surely. */
    private static ClassProbabilities soft() {
        float[] soft = new float[POOL * 3];
        for (int row = 0; row < POOL; row++) {
            for (int c = 0; c < 3; c++) {
                soft[row * 3 + c] = row % 3 == c ? 0.8f : 0.1f;
            }
        }
        return new ClassProbabilities(POOL, 3, soft);
    }

    private static double[] confidence() {
        return IntStream.range(0, POOL).mapToDouble(row -> row).toArray();
    }
}
