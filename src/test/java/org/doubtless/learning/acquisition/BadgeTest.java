package org.doubtless.learning.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.junit.jupiter.api.Test;

class BadgeTest {

    private final PosteriorSamples samples = SomeCandidates.samples(4, 30, 3, 1);
    private final FeatureMatrix features = SomeCandidates.features(30, 5, 2);

    @Test
    void measuresDistancesAsGradientsLaidOutDo() {
        double[][] laidOut = gradients();
        GradientEmbeddings gradients = new GradientEmbeddings(samples.mean(), features);
        double[] nearest = new double[30];
        Arrays.fill(nearest, Double.MAX_VALUE);
        gradients.lower(3, nearest);
        gradients.lower(17, nearest);
        for (int n = 0; n < 30; n++) {
            assertThat(gradients.squaredNorm(n)).isCloseTo(squared(laidOut[n], new double[15]), within(1e-6));
            double slow = Math.min(squared(laidOut[n], laidOut[3]), squared(laidOut[n], laidOut[17]));
            assertThat(nearest[n]).isCloseTo(slow, within(1e-6));
        }
        assertThat(nearest[3]).isZero();
    }

    @Test
    void beginsWithTheLongestGradientAndDrawsTheNextBySquaredDistance() {
        double[][] laidOut = gradients();
        int longest = IntStream.range(0, 30)
                .boxed()
                .max((a, b) -> Double.compare(squared(laidOut[a], new double[15]), squared(laidOut[b], new double[15])))
                .orElseThrow();
        double[] share = new double[30];
        Arrays.setAll(share, n -> squared(laidOut[n], laidOut[longest]));
        double total = Arrays.stream(share).sum();
        int[] second = new int[30];
        for (long seed = 0; seed < 10_000; seed++) {
            Ranking ranking = Ranking.of(new Badge().score(candidates(seed).withBatch(2)));
            assertThat(ranking.row(0)).isEqualTo(longest);
            second[ranking.row(1)]++;
        }
        for (int n = 0; n < 30; n++) {
            assertThat(second[n] / 10_000.0).isCloseTo(share[n] / total, within(0.015));
        }
    }

    @Test
    void takesNoCopyWhileThereAreOthers() {
        int[] rows = {0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5};
        for (long seed = 0; seed < 50; seed++) {
            Candidates twice = Candidates.of(SomeCandidates.select(samples, rows), seed)
                    .withFeatures(features.select(rows))
                    .withBatch(12);
            Ranking ranking = Ranking.of(new Badge().score(twice));
            assertThat(IntStream.range(0, 6).mapToObj(place -> ranking.row(place) % 6))
                    .doesNotHaveDuplicates();
        }
    }

    private Candidates candidates(long seed) {
        return Candidates.of(samples, seed).withFeatures(features);
    }

    private double[][] gradients() {
        ClassProbabilities mean = samples.mean();
        double[][] gradients = new double[30][15];
        for (int n = 0; n < 30; n++) {
            for (int c = 0; c < 3; c++) {
                for (int d = 0; d < 5; d++) {
                    double q = mean.at(n, c) - (mean.predicted(n) == c ? 1 : 0);
                    gradients[n][c * 5 + d] = q * features.at(n, d);
                }
            }
        }
        return gradients;
    }

    private static double squared(double[] a, double... b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
