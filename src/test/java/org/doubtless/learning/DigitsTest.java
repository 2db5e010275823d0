package org.doubtless.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.doubtless.learning.evaluation.Evaluation;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.training.ModelChoice;
import org.doubtless.learning.training.TrainedModel;
import org.doubtless.learning.training.Trainer;
import org.doubtless.learning.training.TrainingSet;
import org.doubtless.learning.training.TrainingSettings;
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
        ModelChoice choice = ModelChoice.defaults();
        TrainedModel trained = new Trainer(choice, TrainingSettings.defaults(), shape, 1)
                .train(
                        new TrainingSet(digits.features().range(0, LABELS), 10, digits.labels(0, LABELS)),
                        Cancellation.never(),
                        Progress.none());
        try (LearnedModel model = new NetworkModel(digits.features(), trained, trained.posterior(20, 2))) {
            assertKnows(model, digits);
        }
    }

    private static void assertKnows(LearnedModel model, Digits digits) {
        FeatureMatrix heldOut = digits.features().range(FIRST_HELD_OUT, 2_000);
        int[] truth = digits.labels(FIRST_HELD_OUT, 2_000);
        Evaluation evaluation = Evaluation.of(model.predict(heldOut), truth);
        assertThat(evaluation.accuracy().value()).isGreaterThanOrEqualTo(0.85);
        assertThat(evaluation.calibrationError()).isLessThan(0.25);
        assertMistakesAreDoubted(model, heldOut, truth);
    }

    private static void assertMistakesAreDoubted(LearnedModel model, FeatureMatrix heldOut, int[] truth) {
        double[] sum = new double[2];
        int[] count = new int[2];
        int row = 0;
        for (ImageDoubt doubt : model.score(heldOut)) {
            int right = doubt.prediction() == truth[row++] ? 1 : 0;
            sum[right] += doubt.epistemic();
            count[right]++;
        }
        assertThat(sum[0] / count[0]).isGreaterThan(1.3 * sum[1] / count[1]);
    }
}
