package org.doubtless.learning.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every acquisition function. */
class AcquisitionChoiceTest {

    static Stream<AcquisitionFunction> all() {
        return AcquisitionChoice.all().stream();
    }

    static Stream<AcquisitionFunction> withoutChance() {
        return all().filter(function ->
                !Set.of("random", "power-bald", "badge", "typiclust").contains(function.name()));
    }

    @Test
    void knowsEveryNameOnce() {
        assertThat(AcquisitionChoice.names())
                .containsExactlyInAnyOrder(
                        "random",
                        "entropy",
                        "variation-ratio",
                        "margin",
                        "least-confidence",
                        "mean-std",
                        "bald",
                        "power-bald",
                        "batch-bald",
                        "epig",
                        "core-set",
                        "typiclust",
                        "badge");
        for (String name : AcquisitionChoice.names()) {
            assertThat(AcquisitionChoice.named(name).name()).isEqualTo(name);
        }
        assertThatThrownBy(() -> AcquisitionChoice.named("bold"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"bold\"")
                .hasMessageContaining("batch-bald, epig");
    }

    @ParameterizedTest
    @MethodSource("all")
    void scoresEveryCandidateFinitelyAndRepeatably(AcquisitionFunction function) {
        for (PosteriorSamples samples : List.of(
                SomeCandidates.samples(5, 40, 4, 1),
                SomeCandidates.sure(5, 40, 4, 2),
                SomeCandidates.sure(1, 40, 4, 3),
                SomeCandidates.samples(3, 2, 2, 4))) {
            Candidates candidates = SomeCandidates.whole(samples, 5).withBatch(12);
            double[] scores = function.score(candidates);
            assertThat(scores).hasSize(samples.images());
            assertThat(Arrays.stream(scores)).allMatch(Double::isFinite);
            assertThat(function.score(candidates)).isEqualTo(scores);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void scoresNoCandidates(AcquisitionFunction function) {
        PosteriorSamples none = new PosteriorSamples(2, 0, 2, new float[0]);
        assertThat(function.score(SomeCandidates.whole(none, 1))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void readsNoMoreThanItSaysItNeeds(AcquisitionFunction function) {
        PosteriorSamples samples = SomeCandidates.samples(4, 9, 3, 6);
        Candidates whole = SomeCandidates.whole(samples, 7);
        Set<Candidates.Part> needs = function.needs();
        Candidates some = needs.contains(Candidates.Part.DOUBTS)
                ? new Candidates(whole.doubts(), 7)
                : Candidates.of(whole.features(), 7);
        some = needs.contains(Candidates.Part.SAMPLES) ? some.withSamples(samples) : some;
        some = needs.contains(Candidates.Part.FEATURES) ? some.withFeatures(whole.features()) : some;
        some = needs.contains(Candidates.Part.LABELLED) ? some.withLabelled(whole.labelled(), 0, 1, 1) : some;
        assertThat(function.score(some)).isEqualTo(function.score(whole));
    }

    @ParameterizedTest
    @MethodSource("withoutChance")
    void doesNotDependOnTheOrderOfTheCandidates(AcquisitionFunction function) {
        PosteriorSamples samples = SomeCandidates.samples(6, 30, 3, 8);
        FeatureMatrix features = SomeCandidates.features(30, 6, 9);
        int[] order = Ranking.of(new UniformRandom()
                        .score(new Candidates(SomeCandidates.whole(samples, 4).doubts(), 4)))
                .order();
        Candidates straight =
                SomeCandidates.whole(samples, 7).withFeatures(features).withBatch(4);
        Candidates turned = SomeCandidates.whole(SomeCandidates.select(samples, order), 7)
                .withFeatures(features.select(order))
                .withBatch(4);
        double[] expected = function.score(straight);
        double[] scores = function.score(turned);
        for (int n = 0; n < 30; n++) {
            assertThat(scores[n]).isCloseTo(expected[order[n]], within(1e-9));
        }
    }
}
