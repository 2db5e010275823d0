package org.doubtless.learning.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.doubtless.learning.posterior.PosteriorSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpigTest {

    @ParameterizedTest
    @CsvSource({"2,3", "3,7", "10,5"})
    void agreesWithBruteForce(int classes, int networks) {
        PosteriorSamples samples = SomeCandidates.samples(networks, 80, classes, classes);
        double[] scores = new Epig(80, 80).score(Candidates.of(samples, 1));
        for (int n = 0; n < 80; n++) {
            double slow = 0;
            for (int t = 0; t < 80; t++) {
                slow += information(samples, n, t) / 80;
            }
            assertThat(scores[n]).isCloseTo(slow, within(1e-7));
        }
    }

    @Test
    void gainsNoMoreThanBald() {
        PosteriorSamples samples = SomeCandidates.samples(6, 200, 4, 1);
        double[] bald = new Bald().score(Candidates.of(samples, 1));
        double[] scores = new Epig(200, 30).score(Candidates.of(samples, 1));
        for (int n = 0; n < 200; n++) {
            assertThat(scores[n]).isBetween(0.0, bald[n] + 1e-9);
        }
    }

    @Test
    void gainsNothingWhereAllNetworksAgree() {
        double[] scores = new Epig(9, 9).score(Candidates.of(SomeCandidates.samples(1, 9, 3, 2), 1));
        for (double score : scores) {
            assertThat(score).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void prefersWhatTellsOfOthersToWhatTellsOfItselfAlone() {
        // Eight images move together with row 0; row 9 is doubted as much, but by itself.
        float[] all = new float[4 * 10 * 2];
        for (int s = 0; s < 4; s++) {
            for (int n = 0; n < 10; n++) {
                boolean first = n < 9 ? s < 2 : s % 2 == 0;
                all[(s * 10 + n) * 2] = first ? 1 : 0;
                all[(s * 10 + n) * 2 + 1] = first ? 0 : 1;
            }
        }
        Candidates candidates = Candidates.of(new PosteriorSamples(4, 10, 2, all), 3);
        double[] bald = new Bald().score(candidates);
        double[] scores = new Epig(10, 10).score(candidates);
        assertThat(bald[0]).isEqualTo(bald[9]);
        assertThat(scores[0]).isCloseTo(0.9 * Math.log(2), within(1e-9));
        assertThat(scores[9]).isCloseTo(0.1 * Math.log(2), within(1e-9));
    }

    @Test
    void putsImagesThatItDoesNotWorkOutBelowThoseItDoes() {
        PosteriorSamples samples = SomeCandidates.samples(5, 100, 3, 4);
        Candidates candidates = Candidates.of(samples, 1).withBatch(2);
        Ranking bald = Ranking.of(new Bald().score(candidates));
        Ranking some = Ranking.of(new Epig(30, 20).score(candidates));
        for (int place = 30; place < 100; place++) {
            assertThat(some.row(place)).isEqualTo(bald.row(place));
        }
    }

    @Test
    void drawsItsTargetsByTheSeed() {
        PosteriorSamples samples = SomeCandidates.samples(5, 100, 3, 4);
        Epig few = new Epig(100, 5);
        assertThat(few.score(Candidates.of(samples, 1))).isNotEqualTo(few.score(Candidates.of(samples, 2)));
        assertThatThrownBy(() -> new Epig(5, 0)).hasMessageContaining("at least 1");
    }

    /** I(y_n; y_t) from the joint table of both labels. */
    private static double information(PosteriorSamples samples, int n, int t) {
        int classes = samples.classes();
        double[][] joint = new double[classes][classes];
        double[] own = new double[classes];
        double[] other = new double[classes];
        for (int s = 0; s < samples.samples(); s++) {
            for (int a = 0; a < classes; a++) {
                for (int b = 0; b < classes; b++) {
                    double p = (double) samples.probability(s, n, a) * samples.probability(s, t, b) / samples.samples();
                    joint[a][b] += p;
                    own[a] += p;
                    other[b] += p;
                }
            }
        }
        double sum = 0;
        for (int a = 0; a < classes; a++) {
            for (int b = 0; b < classes; b++) {
                sum += joint[a][b] == 0 ? 0 : joint[a][b] * Math.log(joint[a][b] / own[a] / other[b]);
            }
        }
        return sum;
    }
}
