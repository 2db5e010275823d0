package org.doubtless.learning.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.doubtless.learning.uncertainty.Doubt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcquisitionFunctionTest {

    static Stream<AcquisitionFunction> all() {
        return Stream.of(new Bald(), new PowerBald(1), new PowerBald(8), new UniformRandom());
    }

    @ParameterizedTest
    @MethodSource("all")
    void scoresEveryCandidateFinitelyAndRepeatably(AcquisitionFunction function) {
        Candidates candidates = new Candidates(epistemic(0, 0.3, 1e-300, 0.69, 0), 5);
        double[] scores = function.score(candidates);
        assertThat(scores).hasSize(5);
        for (double score : scores) {
            assertThat(score).isFinite();
        }
        assertThat(function.score(candidates)).isEqualTo(scores);
        assertThat(function.score(new Candidates(List.of(), 5))).isEmpty();
        assertThat(function.name()).isNotBlank();
    }

    @Test
    void baldAsksWhereTheNetworksDisagreeNotWhereTheyAreUnsure() {
        Doubt ambiguous = new Doubt(0.69, 0.68, 0.01, 0, 0, 0.5, 0);
        Doubt unknown = new Doubt(0.40, 0.10, 0.30, 0.5, 0.6, 0.2, 0.3);
        Doubt plain = new Doubt(0.02, 0.02, 0.0, 0, 0.9, 0.05, 0);
        Candidates candidates = new Candidates(List.of(ambiguous, unknown, plain), 0);
        assertThat(Ranking.of(new Bald().score(candidates)).order()).containsExactly(1, 0, 2);
    }

    @Test
    void asksByTheMeasureItIsNamedAfter() {
        Doubt ambiguous = new Doubt(0.69, 0.68, 0.01, 0, 0.02, 0.5, 0.01);
        Doubt split = new Doubt(0.60, 0.10, 0.50, 0.5, 0.30, 0.3, 0.4);
        Doubt mild = new Doubt(0.65, 0.60, 0.05, 0.1, 0.10, 0.55, 0.1);
        Candidates candidates = new Candidates(List.of(ambiguous, split, mild), 0);
        assertThat(ByDoubt.ENTROPY.score(candidates)).containsExactly(0.69, 0.60, 0.65);
        assertThat(ByDoubt.LEAST_CONFIDENCE.score(candidates)).containsExactly(0.5, 0.3, 0.55);
        assertThat(ByDoubt.MEAN_STANDARD_DEVIATION.score(candidates)).containsExactly(0.01, 0.4, 0.1);
        assertThat(ByDoubt.MARGIN.score(candidates)).containsExactly(0.98, 0.7, 0.9);
        assertThat(Ranking.of(ByDoubt.VARIATION_RATIO.score(candidates)).order())
                .containsExactly(1, 2, 0);
    }

    @Test
    void asksOfEqualVotesTheHigherEntropyFirst() {
        Doubt low = new Doubt(0.2, 0.1, 0.1, 0.25, 0.5, 0.2, 0.1);
        Doubt high = new Doubt(6.9, 0.1, 0.1, 0.25, 0.5, 0.2, 0.1);
        Doubt more = new Doubt(0.1, 0.1, 0, 0.26, 0.5, 0.2, 0.1);
        double[] scores = ByDoubt.VARIATION_RATIO.score(new Candidates(List.of(low, high, more), 0));
        assertThat(Ranking.of(scores).order()).containsExactly(2, 1, 0);
    }

    @Test
    void powerBaldDrawsInProportionToTheMutualInformation() {
        List<Doubt> doubts = epistemic(0.1, 0.2, 0.3, 0.4);
        int[] first = new int[4];
        SplittableRandom seeds = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            first[
                    Ranking.of(new PowerBald(1).score(new Candidates(doubts, seeds.nextLong())))
                            .row(0)]++;
        }
        for (int row = 0; row < 4; row++) {
            assertThat(first[row] / 20_000.0).isCloseTo(0.1 * (row + 1), within(0.015));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 8})
    void powerBaldAsksLastWhereThereIsNoModelDoubt(double power) {
        for (long seed = 0; seed < 200; seed++) {
            double[] scores = new PowerBald(power).score(new Candidates(epistemic(0, 1e-9, 0.5), seed));
            assertThat(Ranking.of(scores).row(2)).isZero();
        }
    }

    @Test
    void randomGivesEveryImageTheSameChance() {
        int[] first = new int[5];
        SplittableRandom seeds = new SplittableRandom(4);
        for (int i = 0; i < 10_000; i++) {
            double[] scores = new UniformRandom().score(new Candidates(epistemic(1, 0, 0, 0, 0), seeds.nextLong()));
            first[Ranking.of(scores).row(0)]++;
        }
        for (int count : first) {
            assertThat(count / 10_000.0).isCloseTo(0.2, within(0.02));
        }
    }

    @Test
    void refusesAPowerThatIsNone() {
        assertThatThrownBy(() -> new PowerBald(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new PowerBald(Double.NaN)).hasMessageContaining("above 0");
    }

    @Test
    void ranksHighScoresFirstAndTiesByRow() {
        Ranking ranking = Ranking.of(0.5, 2, -0.0, 2, 0.0, 0.5);
        assertThat(ranking.order()).containsExactly(1, 3, 0, 5, 2, 4);
        assertThat(ranking.row(2)).isZero();
        assertThat(ranking.score(1)).isEqualTo(2);
        assertThat(ranking.size()).isEqualTo(6);
    }

    @Test
    void ranksAsASlowReferenceWould() {
        double[] scores =
                new SplittableRandom(9).ints(500, 0, 20).asDoubleStream().toArray();
        int[] order = Ranking.of(scores).order();
        assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, 500).toArray());
        for (int place = 1; place < 500; place++) {
            int before = order[place - 1];
            int after = order[place];
            boolean higher = scores[before] > scores[after];
            assertThat(higher || (scores[before] == scores[after] && before < after))
                    .isTrue();
        }
    }

    @Test
    void namesTheRowWhoseScoreIsNotFinite() {
        assertThatThrownBy(() -> Ranking.of(1, Double.NaN, 2)).hasMessageContaining("row 1");
        assertThatThrownBy(() -> Ranking.of(1, 2, Double.NEGATIVE_INFINITY)).hasMessageContaining("row 2");
    }

    private static List<Doubt> epistemic(double... nats) {
        return Arrays.stream(nats).mapToObj(i -> new Doubt(i, 0, i, 0, 0, 0, 0)).toList();
    }
}
