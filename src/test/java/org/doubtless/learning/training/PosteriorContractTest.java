package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doubtless.learning.DrawnShapes;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.Architecture;
import org.doubtless.learning.posterior.Posterior;
import org.doubtless.learning.posterior.PosteriorKind;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every posterior keeps, on every network. */
class PosteriorContractTest {

    private static final TrainingSettings QUICK = new TrainingSettings(8, 4, 4, 1, 2e-3);
    private static final int SAMPLES = 6;
    private static final Map<ModelChoice, TrainedModel> TRAINED = new HashMap<>();

    static Stream<ModelChoice> choices() {
        List<ModelChoice> choices = new ArrayList<>();
        for (PosteriorKind kind : PosteriorKind.values()) {
            for (Architecture architecture : Architecture.values()) {
                choices.add(new ModelChoice(architecture, kind, kind.defaultMembers() == 1 ? 1 : SAMPLES));
            }
        }
        return choices.stream();
    }

    @ParameterizedTest
    @MethodSource("choices")
    void drawsDistributionsOfTheAskedShape(ModelChoice choice) {
        TrainedModel model = trained(choice);
        try (Posterior posterior = model.posterior(SAMPLES, 3)) {
            assertThat(posterior.samples()).isEqualTo(SAMPLES);
            assertThat(posterior.classes()).isEqualTo(4);
            assertThat(posterior.sample(DrawnShapes.features(0, 2)).images()).isZero();
            PosteriorSamples drawn = posterior.sample(DrawnShapes.features(7, 2));
            assertThat(List.of(drawn.samples(), drawn.images(), drawn.classes()))
                    .containsExactly(SAMPLES, 7, 4);
            for (int s = 0; s < SAMPLES; s++) {
                for (int n = 0; n < 7; n++) {
                    double sum = 0;
                    for (int c = 0; c < 4; c++) {
                        assertThat(drawn.probability(s, n, c)).isBetween(0f, 1f);
                        sum += drawn.probability(s, n, c);
                    }
                    assertThat(sum).isCloseTo(1, within(1e-5));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("choices")
    void drawsTheSameNetworksForEveryChunk(ModelChoice choice) {
        FeatureMatrix images = DrawnShapes.features(20, 4);
        try (Posterior posterior = trained(choice).posterior(SAMPLES, 3)) {
            float[] whole = flat(posterior.sample(images));
            for (int chunk : new int[] {1, 7}) {
                for (int from = 0; from < 20; from += chunk) {
                    int to = Math.min(20, from + chunk);
                    PosteriorSamples part = posterior.sample(images.range(from, to));
                    for (int s = 0; s < SAMPLES; s++) {
                        for (int n = from; n < to; n++) {
                            assertThat(part.probability(s, n - from, 2))
                                    .isCloseTo(whole[(s * 20 + n) * 4 + 2], within(1e-5f));
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("choices")
    void repeatsBySeedAndDiffersBetweenDraws(ModelChoice choice) {
        TrainedModel model = trained(choice);
        float[] drawn = sample(model, 3);
        assertThat(sample(model, 3)).isEqualTo(drawn);
        assertThat(sample(TrainedModel.fromBytes(model.toBytes()), 3)).isEqualTo(drawn);
        assertThat(sample(train(choice, labelled(12), 1), 3)).isEqualTo(drawn);
        assertThat(sample(train(choice, labelled(12), 2), 3)).isNotEqualTo(drawn);
        if (model.weights().size() < SAMPLES) {
            assertThat(sample(model, 4)).isNotEqualTo(drawn);
        }
        int images = drawn.length / SAMPLES / 4;
        for (int s = 1; s < SAMPLES; s++) {
            assertThat(drawn[s * images * 4]).isNotEqualTo(drawn[(s - 1) * images * 4]);
        }
    }

    @ParameterizedTest
    @MethodSource("choices")
    void learnsFromOneLabelAndFromOneClass(ModelChoice choice) {
        for (int labels : new int[] {1, 3}) {
            TrainingSet one = new TrainingSet(DrawnShapes.features(labels, 1), 4, new int[labels]);
            TrainedModel model = train(choice, one, 1);
            assertThat(model.classesSeen()).isEqualTo(1);
            assertThat(sample(model, 1)).doesNotContain(Float.NaN);
        }
    }

    private static TrainedModel trained(ModelChoice choice) {
        return TRAINED.computeIfAbsent(choice, each -> train(each, labelled(12), 1));
    }

    private static TrainingSet labelled(int labels) {
        return new TrainingSet(DrawnShapes.features(labels, 1), 4, DrawnShapes.labels(labels));
    }

    private static TrainedModel train(ModelChoice choice, TrainingSet labelled, long seed) {
        return new Trainer(choice, QUICK, DrawnShapes.SHAPE, seed)
                .train(labelled, Cancellation.never(), Progress.none());
    }

    private static float[] sample(TrainedModel model, long seed) {
        try (Posterior posterior = model.posterior(SAMPLES, seed)) {
            return flat(posterior.sample(DrawnShapes.features(5, 4)));
        }
    }

    private static float[] flat(PosteriorSamples drawn) {
        float[] flat = new float[drawn.samples() * drawn.images() * drawn.classes()];
        for (int i = 0; i < flat.length; i++) {
            int c = i % drawn.classes();
            int n = i / drawn.classes() % drawn.images();
            flat[i] = drawn.probability(i / drawn.classes() / drawn.images(), n, c);
        }
        return flat;
    }
}
