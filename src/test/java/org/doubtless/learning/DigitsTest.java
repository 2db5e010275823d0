package org.doubtless.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.doubtless.learning.evaluation.Evaluation;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.training.TrainedModel;
import org.doubtless.learning.training.TrainingSet;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Test;

class DigitsTest {

    private static final int LABELS = 300;
    private static final int FIRST_HELD_OUT = 1_500;

    @Test
    void learnsDigitsAndDoubtsItsMistakes() throws Exception {
        Digits digits = Digits.loadOrSkip();
        FeatureShape shape = digits.extractor().shape();
        assertThat(shape).isEqualTo(new FeatureShape(1, 28, 28));
        StreamedLearner learner = new StreamedLearner(LearnerSettings.network(1));
        TrainedModel model = learner.learn(
                new TrainingSet(digits.features().range(0, LABELS), 10, digits.labels(0, LABELS)),
                shape,
                Cancellation.never(),
                Progress.none());

        FeatureMatrix heldOut = digits.features().range(FIRST_HELD_OUT, 2_000);
        int[] truth = digits.labels(FIRST_HELD_OUT, 2_000);
        Evaluation evaluation = learner.evaluate(model, heldOut, truth);
        assertThat(evaluation.accuracy().value()).isGreaterThanOrEqualTo(0.85);
        assertThat(evaluation.calibrationError()).isLessThan(0.25);
        assertMistakesAreDoubted(learner, model, heldOut, truth);
    }

    private static void assertMistakesAreDoubted(
            StreamedLearner learner, TrainedModel model, FeatureMatrix heldOut, int[] truth) {
        double[] sum = new double[2];
        int[] count = new int[2];
        try (PoolScoring scoring = learner.score(model)) {
            int row = 0;
            for (ImageDoubt doubt : scoring.score(heldOut)) {
                int right = doubt.prediction() == truth[row++] ? 1 : 0;
                sum[right] += doubt.epistemic();
                count[right]++;
            }
        }
        assertThat(sum[0] / count[0]).isGreaterThan(1.3 * sum[1] / count[1]);
    }
}
