package org.doubtless.learning.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchBaldTest {

    private static final BatchBald EXACT = new BatchBald(1_000, 100_000);

    @ParameterizedTest
    @CsvSource({"2,6,4", "3,5,4", "4,7,3", "10,9,3"})
    void picksAsBruteForceDoes(int classes, int networks, int batch) {
        for (long seed = 0; seed < 5; seed++) {
            PosteriorSamples samples = SomeCandidates.samples(networks, 15, classes, seed);
            List<Integer> slow = new ArrayList<>();
            for (int k = 0; k < batch; k++) {
                int best = IntStream.range(0, 15)
                        .filter(row -> !slow.contains(row))
                        .boxed()
                        .max((a, b) -> Double.compare(information(samples, slow, a), information(samples, slow, b)))
                        .orElseThrow();
                slow.add(best);
            }
            assertThat(picks(EXACT, samples, batch)).containsExactlyElementsOf(slow);
        }
    }

    @Test
    void knowsTheConditionalEntropyThatBruteForceFinds() {
        PosteriorSamples samples = SomeCandidates.samples(5, 6, 3, 11);
        JointLabels labels = new JointLabels(5, 3, 1_000);
        List<Integer> picked = new ArrayList<>();
        for (int pick : new int[] {4, 1, 3}) {
            labels = labels.with(Probabilities.of(samples, pick), new SplittableRandom(0));
            picked.add(pick);
            assertThat(labels.areAll()).isTrue();
            for (int row = 0; row < 6; row++) {
                double slow = jointEntropy(samples, and(picked, row)) - jointEntropy(samples, picked);
                assertThat(labels.entropyOf(Probabilities.of(samples, row))).isCloseTo(slow, within(1e-6));
            }
        }
    }

    @Test
    void comesCloseWithDrawnLabels() {
        PosteriorSamples samples = SomeCandidates.samples(8, 10, 4, 12);
        JointLabels all = new JointLabels(8, 4, 100_000);
        JointLabels drawn = new JointLabels(8, 4, 4_000);
        SplittableRandom random = new SplittableRandom(13);
        for (int pick = 0; pick < 7; pick++) {
            all = all.with(Probabilities.of(samples, pick), random);
            drawn = drawn.with(Probabilities.of(samples, pick), random);
        }
        assertThat(all.areAll()).isTrue();
        assertThat(drawn.areAll()).isFalse();
        for (int row = 7; row < 10; row++) {
            double[][] p_SC = Probabilities.of(samples, row);
            assertThat(drawn.entropyOf(p_SC)).isCloseTo(all.entropyOf(p_SC), within(0.01));
        }
    }

    @Test
    void beginsWithTheBestOfBald() {
        PosteriorSamples samples = SomeCandidates.samples(6, 50, 5, 3);
        int best = Ranking.of(new Bald().score(Candidates.of(samples, 0))).row(0);
        assertThat(picks(BatchBald.usual(), samples, 5).get(0)).isEqualTo(best);
        assertThat(picks(BatchBald.usual(), samples, 1)).containsExactly(best);
    }

    @Test
    void gainsLessAndLessAsTheBatchGrows() {
        PosteriorSamples samples = SomeCandidates.samples(6, 12, 3, 4);
        JointLabels labels = new JointLabels(6, 3, 100_000);
        double[] before = new double[12];
        Arrays.fill(before, Math.log(3));
        for (int pick = 0; pick < 6; pick++) {
            for (int row = 0; row < 12; row++) {
                double now = labels.entropyOf(Probabilities.of(samples, row));
                assertThat(now).isBetween(-1e-9, before[row] + 1e-9);
                before[row] = now;
            }
            labels = labels.with(Probabilities.of(samples, pick), new SplittableRandom(1));
        }
    }

    @Test
    void doesNotAskACopyWhereItsLabelIsKnownByThen() {
        // Sure networks: the label of a copy is that of the original.
        PosteriorSamples samples = SomeCandidates.sure(12, 6, 3, 5);
        PosteriorSamples twice = SomeCandidates.select(samples, 0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5);
        List<Integer> picks = picks(EXACT, twice, 3);
        assertThat(picks.stream().map(row -> row % 6)).doesNotHaveDuplicates();
    }

    @Test
    void ranksTheOthersAsBaldDoes() {
        PosteriorSamples samples = SomeCandidates.samples(6, 40, 3, 6);
        double[] bald = new Bald().score(Candidates.of(samples, 0));
        List<Integer> picks = picks(new BatchBald(8, 100), samples, 5);
        List<Integer> all = picks(new BatchBald(8, 100), samples, 5, 40);
        assertThat(all.subList(0, 5)).isEqualTo(picks);
        assertThat(all.subList(5, 40)).isSortedAccordingTo((a, b) -> Double.compare(bald[b], bald[a]));
    }

    @Test
    void picksALargeBatchOfMoreThanItsCandidates() {
        PosteriorSamples samples = SomeCandidates.samples(4, 60, 3, 7);
        assertThat(picks(new BatchBald(3, 50), samples, 50)).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void refusesSettingsThatAreNone() {
        assertThatThrownBy(() -> new BatchBald(0, 1)).hasMessageContaining("at least 1");
    }

    private static List<Integer> picks(BatchBald function, PosteriorSamples samples, int batch) {
        return picks(function, samples, batch, batch);
    }

    private static List<Integer> picks(BatchBald function, PosteriorSamples samples, int batch, int size) {
        Ranking ranking = Ranking.of(function.score(Candidates.of(samples, 0).withBatch(batch)));
        return IntStream.range(0, size).mapToObj(ranking::row).toList();
    }

    private static List<Integer> and(List<Integer> rows, int row) {
        List<Integer> more = new ArrayList<>(rows);
        more.add(row);
        return more;
    }

    /** I(labels; networks) = H[labels] - mean_s sum of the entropies of the images' labels. */
    private static double information(PosteriorSamples samples, List<Integer> rows, int row) {
        double expected = 0;
        for (int n : and(rows, row)) {
            for (int s = 0; s < samples.samples(); s++) {
                for (int c = 0; c < samples.classes(); c++) {
                    double p = samples.probability(s, n, c);
                    expected -= p == 0 ? 0 : p * Math.log(p) / samples.samples();
                }
            }
        }
        return jointEntropy(samples, and(rows, row)) - expected;
    }

    /** Over all C^k combinations of labels. */
    private static double jointEntropy(PosteriorSamples samples, List<Integer> rows) {
        int combinations = (int) Math.pow(samples.classes(), rows.size());
        double entropy = 0;
        for (int y = 0; y < combinations; y++) {
            double p = 0;
            for (int s = 0; s < samples.samples(); s++) {
                double product = 1;
                int rest = y;
                for (int row : rows) {
                    product *= samples.probability(s, row, rest % samples.classes());
                    rest /= samples.classes();
                }
                p += product / samples.samples();
            }
            entropy -= p == 0 ? 0 : p * Math.log(p);
        }
        return entropy;
    }
}
