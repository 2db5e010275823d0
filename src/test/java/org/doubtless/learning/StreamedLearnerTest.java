package org.doubtless.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.doubtless.learning.acquisition.Bald;
import org.doubtless.learning.acquisition.PowerBald;
import org.doubtless.learning.acquisition.Ranking;
import org.doubtless.learning.evaluation.Evaluation;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.training.ModelChoice;
import org.doubtless.learning.training.TrainedModel;
import org.doubtless.learning.training.TrainingSet;
import org.doubtless.learning.training.TrainingSettings;
import org.doubtless.learning.uncertainty.Doubt;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Test;

class StreamedLearnerTest {

    private final StreamedLearner learner = new StreamedLearner(new LearnerSettings(
            3,
            10,
            Optional.of(ModelChoice.defaults()),
            Optional.of(new Bald()),
            new TrainingSettings(16, 150, 150, 1, 3e-3),
            LearnerSettings.ALL));

    @Test
    void learnsShapesFromAFewLabels() {
        TrainedModel model = learn(30);
        Evaluation evaluation = learner.evaluate(model, DrawnShapes.features(240, 2), DrawnShapes.labels(240));
        assertThat(evaluation.images()).isEqualTo(240);
        assertThat(evaluation.accuracy().value()).isGreaterThan(0.85);
    }

    @Test
    void asksInTheOrderOfModelDoubt() {
        TrainedModel model = learn(12);
        List<ImageDoubt> scored = score(model, DrawnShapes.features(50, 4), 50);
        Ranking ranking =
                learner.rank(model, scored.stream().map(ImageDoubt::doubt).toList());
        for (int place = 1; place < 50; place++) {
            assertThat(scored.get(ranking.row(place)).epistemic())
                    .isLessThanOrEqualTo(scored.get(ranking.row(place - 1)).epistemic());
        }
    }

    @Test
    void normalisesDoubtByTheNumberOfClasses() {
        for (ImageDoubt doubt : score(learn(12), DrawnShapes.features(20, 4), 20)) {
            assertThat(doubt.total()).isBetween(0.0, 1.0);
            assertThat(doubt.total()).isEqualTo(doubt.doubt().total() / Math.log(3));
            assertThat(doubt.aleatoric() + doubt.epistemic()).isBetween(doubt.total() - 1e-12, doubt.total() + 1e-12);
            float[] probabilities = doubt.probabilities();
            for (float probability : probabilities) {
                assertThat(probability).isLessThanOrEqualTo(probabilities[doubt.prediction()]);
            }
        }
    }

    @Test
    void scoresAChunkAsItScoresTheWhole() {
        TrainedModel model = learn(12);
        FeatureMatrix pool = DrawnShapes.features(33, 4);
        List<ImageDoubt> whole = score(model, pool, 33);
        List<ImageDoubt> chunks = score(model, pool, 7);
        for (int row = 0; row < 33; row++) {
            assertThat(chunks.get(row).epistemic()).isCloseTo(whole.get(row).epistemic(), within(1e-5));
        }
    }

    @Test
    void asksAtRandomWhileItKnowsOneClassOnly() {
        TrainedModel model = learner.learn(
                new TrainingSet(DrawnShapes.features(1, 1), 3, 0),
                DrawnShapes.SHAPE,
                Cancellation.never(),
                Progress.none());
        List<ImageDoubt> scored = score(model, DrawnShapes.features(50, 4), 50);
        Ranking ranking =
                learner.rank(model, scored.stream().map(ImageDoubt::doubt).toList());
        for (int row = 0; row < 50; row++) {
            assertThat(ranking.score(row)).isNotEqualTo(scored.get(row).doubt().epistemic());
        }
        assertThat(ranking.order()).doesNotHaveDuplicates().isNotEqualTo(sortedRows());
    }

    @Test
    void drawsAnewAtEveryTurn() {
        StreamedLearner byChance = new StreamedLearner(new LearnerSettings(
                3,
                10,
                Optional.of(ModelChoice.defaults()),
                Optional.of(new PowerBald(1)),
                new TrainingSettings(16, 5, 5, 1, 3e-3),
                LearnerSettings.ALL));
        List<Doubt> alike = Collections.nCopies(50, new Doubt(0.5, 0.2, 0.3, 0, 0, 0, 0));
        int[] early = byChance.rank(learn(12), alike).order();
        assertThat(byChance.rank(learn(12), alike).order()).isEqualTo(early);
        assertThat(byChance.rank(learn(13), alike).order()).isNotEqualTo(early);
    }

    private static int[] sortedRows() {
        return IntStream.range(0, 50).toArray();
    }

    private TrainedModel learn(int labels) {
        TrainingSet labelled =
                new TrainingSet(DrawnShapes.features(labels, 1), DrawnShapes.CLASSES, DrawnShapes.labels(labels));
        return learner.learn(labelled, DrawnShapes.SHAPE, Cancellation.never(), Progress.none());
    }

    private List<ImageDoubt> score(TrainedModel model, FeatureMatrix pool, int chunk) {
        List<ImageDoubt> scored = new ArrayList<>();
        try (PoolScoring scoring = learner.score(model)) {
            for (int from = 0; from < pool.rows(); from += chunk) {
                scored.addAll(scoring.score(pool.range(from, Math.min(pool.rows(), from + chunk))));
            }
        }
        return scored;
    }
}
