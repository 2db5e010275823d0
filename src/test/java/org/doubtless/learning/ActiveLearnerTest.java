package org.doubtless.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.doubtless.learning.acquisition.AcquisitionChoice;
import org.doubtless.learning.acquisition.AcquisitionFunction;
import org.doubtless.learning.features.FitLabelFreeFeatures;
import org.doubtless.learning.posterior.Architecture;
import org.doubtless.learning.posterior.PosteriorKind;
import org.doubtless.learning.training.ModelChoice;
import org.doubtless.learning.training.TrainingSettings;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActiveLearnerTest {

    private static final int IMAGES = 90;
    private static final TrainingSettings SHORT = new TrainingSettings(16, 60, 60, 1, 3e-3);

    private static PreparedPool pool;

    @BeforeAll
    static void prepare() {
        pool = PreparedPool.labelFree(
                        DrawnShapes.source(IMAGES, 1),
                        new FitLabelFreeFeatures(0, 2),
                        Cancellation.never(),
                        Progress.none())
                .withRecipe(0, Cancellation.never(), Progress.none());
    }

    static List<AcquisitionFunction> functions() {
        return AcquisitionChoice.all();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void asksWithEveryFunction(AcquisitionFunction function) {
        ActiveLearner learner = new ActiveLearner(heads(Optional.of(function)));
        LabelledRows none = LabelledRows.none(3);
        int[] first = learner.ask(pool, none, null, 9);
        assertThat(first).hasSize(9).doesNotHaveDuplicates();

        LabelledRows labelled = label(none, first);
        try (LearnedModel model = learner.learn(pool, labelled, Cancellation.never(), Progress.none())) {
            int[] next = learner.ask(pool, labelled, model, 6);
            assertThat(next).hasSize(6).doesNotHaveDuplicates().doesNotContain(first);
            assertThat(learner.ask(pool, labelled, model, 6))
                    .as("the same settings ask the same")
                    .containsExactly(next);
        }
    }

    @Test
    void recipeAsksAndLearns() {
        ActiveLearner learner = new ActiveLearner(LearnerSettings.auto(5));
        LabelledRows labelled = LabelledRows.none(3);
        LearnedModel model = null;
        while (labelled.size() < 20) {
            labelled = label(labelled, learner.ask(pool, labelled, model, labelled.size() == 0 ? 10 : 5));
            model = learner.learn(pool, labelled, Cancellation.never(), Progress.none());
        }
        List<ImageDoubt> doubts = model.score(allRows());
        int right = 0;
        for (int row = 0; row < IMAGES; row++) {
            right += doubts.get(row).prediction() == row % 3 ? 1 : 0;
            assertThat(doubts.get(row).total()).isBetween(0.0, 1.0);
        }
        assertThat(right).isGreaterThan(80);
        model.close();
    }

    @Test
    void dividesDoubtsByTheirHighest() {
        ActiveLearner learner = new ActiveLearner(LearnerSettings.auto(5));
        LabelledRows labelled = label(LabelledRows.none(3), 0, 1, 2, 3, 4, 5);
        try (LearnedModel model = learner.learn(pool, labelled, Cancellation.never(), Progress.none())) {
            for (ImageDoubt doubt : model.score(allRows())) {
                assertThat(doubt.total()).isBetween(0.0, 1.0);
                assertThat(doubt.total()).isEqualTo(doubt.doubt().total() / Math.log(3));
                assertThat(doubt.aleatoric() + doubt.epistemic()).isCloseTo(doubt.total(), within(1e-12));
                for (float probability : doubt.probabilities()) {
                    assertThat(probability).isLessThanOrEqualTo(doubt.probabilities()[doubt.prediction()]);
                }
            }
        }
    }

    @Test
    void saysTheSameOfAnImageAloneAndAmongOthers() {
        LabelledRows labelled = label(LabelledRows.none(3), 0, 1, 2, 3, 4, 5);
        for (LearnerSettings settings :
                List.of(LearnerSettings.auto(5), heads(Optional.of(AcquisitionChoice.named("power-bald"))))) {
            try (LearnedModel model =
                    new ActiveLearner(settings).learn(pool, labelled, Cancellation.never(), Progress.none())) {
                List<ImageDoubt> rows = model.score(7, 8, 9);
                List<ImageDoubt> others = model.score(pool.features().select(7, 8, 9));
                assertThat(model.score(9).get(0).epistemic())
                        .isCloseTo(rows.get(2).epistemic(), within(1e-6));
                assertThat(model.score(pool.features().select(9)).get(0).epistemic())
                        .isCloseTo(others.get(2).epistemic(), within(1e-6));
            }
        }
    }

    @Test
    void givesAllThatIsLeftAndNoMore() {
        ActiveLearner learner = new ActiveLearner(LearnerSettings.auto(5));
        LabelledRows labelled =
                label(LabelledRows.none(3), IntStream.range(0, IMAGES - 3).toArray());
        assertThat(learner.ask(pool, labelled, null, 10)).containsExactlyInAnyOrder(IMAGES - 3, IMAGES - 2, IMAGES - 1);
        LabelledRows all = label(LabelledRows.none(3), allRows());
        assertThat(learner.ask(pool, all, null, 10)).isEmpty();
    }

    @Test
    void ranksEveryRowOnce() {
        for (LearnerSettings settings :
                List.of(LearnerSettings.auto(2), heads(Optional.of(AcquisitionChoice.named("power-bald"))))) {
            ActiveLearner learner = new ActiveLearner(settings);
            LabelledRows labelled = label(LabelledRows.none(3), 0, 1, 2, 3, 4, 5);
            int[] free = IntStream.range(6, IMAGES).toArray();
            try (LearnedModel model = learner.learn(pool, labelled, Cancellation.never(), Progress.none())) {
                assertThat(learner.rank(pool, labelled, model, free, 5)).containsExactlyInAnyOrder(free);
            }
        }
    }

    @Test
    void looksAtSoManyCandidatesOnlyAndAtOthersEachTime() {
        LearnerSettings random = heads(Optional.of(AcquisitionChoice.named("entropy")));
        LearnerSettings few = new LearnerSettings(
                random.seed(), random.samples(), random.network(), random.acquisition(), random.training(), 7);
        LabelledRows labelled = label(LabelledRows.none(3), 0, 1, 2);
        ActiveLearner learner = new ActiveLearner(few);
        try (LearnedModel model = learner.learn(pool, labelled, Cancellation.never(), Progress.none())) {
            int[] first = learner.ask(pool, labelled, model, 90);
            int[] second = learner.ask(pool, label(labelled, 3), model, 90);
            assertThat(first).hasSize(7).doesNotContain(0, 1, 2);
            assertThat(second).hasSize(7);
            assertThat(Arrays.stream(first).sorted().toArray())
                    .isNotEqualTo(Arrays.stream(second).sorted().toArray());
        }
    }

    @Test
    void endsWhenCancelled() {
        ActiveLearner learner = new ActiveLearner(LearnerSettings.auto(2));
        LabelledRows labelled = label(LabelledRows.none(3), 0, 1, 2);
        assertThatThrownBy(() -> learner.learn(pool, labelled, () -> true, Progress.none()))
                .isInstanceOf(CancelledLearning.class);
    }

    @Test
    void saysWhatTheRecipeNeeds() {
        PreparedPool plain = PreparedPool.pixels(DrawnShapes.source(6, 1), 1, Cancellation.never(), Progress.none());
        ActiveLearner learner = new ActiveLearner(LearnerSettings.auto(2));
        assertThatThrownBy(() -> learner.ask(plain, LabelledRows.none(3), null, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("withRecipe");
    }

    private static LearnerSettings heads(Optional<AcquisitionFunction> function) {
        ModelChoice choice = ModelChoice.of(Architecture.HEAD, PosteriorKind.MC_DROPOUT);
        return new LearnerSettings(3, 8, Optional.of(choice), function, SHORT, LearnerSettings.ALL);
    }

    private static LabelledRows label(LabelledRows before, int... rows) {
        return before.and(rows, Arrays.stream(rows).map(row -> row % 3).toArray());
    }

    private static int[] allRows() {
        return IntStream.range(0, IMAGES).toArray();
    }
}
