package org.doubtless.learning.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.doubtless.learning.posterior.UnusableProbabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncertaintyTest {

    private static final Offset<Double> ROUNDING = within(1e-6);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 200})
    void agreesWithASlowReference(int classes) {
        PosteriorSamples samples = random(7, 9, classes, new SplittableRandom(classes));
        double[] total = Uncertainty.predictiveEntropy(samples);
        double[] aleatoric = Uncertainty.expectedEntropy(samples);
        double[] epistemic = Uncertainty.mutualInformation(samples);
        double[] variationRatio = Uncertainty.variationRatio(samples);
        double[] margin = Uncertainty.margin(samples);
        double[] leastConfidence = Uncertainty.leastConfidence(samples);
        double[] deviation = Uncertainty.meanStandardDeviation(samples);
        assertThat(total).hasSize(9);
        for (int n = 0; n < samples.images(); n++) {
            SlowUncertainty slow = new SlowUncertainty(samples, n);
            assertThat(total[n]).isCloseTo(slow.total(), ROUNDING);
            assertThat(aleatoric[n]).isCloseTo(slow.aleatoric(), ROUNDING);
            assertThat(epistemic[n]).isCloseTo(slow.epistemic(), ROUNDING);
            assertThat(variationRatio[n]).isCloseTo(slow.variationRatio(), ROUNDING);
            assertThat(margin[n]).isCloseTo(slow.margin(), ROUNDING);
            assertThat(leastConfidence[n]).isCloseTo(slow.leastConfidence(), ROUNDING);
            assertThat(deviation[n]).isCloseTo(slow.meanStandardDeviation(), ROUNDING);
        }
    }

    @Test
    void countsForWhichClassEachNetworkIs() {
        PosteriorSamples pool = random(7, 300, 4, new SplittableRandom(9));
        List<Voted> voted = Uncertainty.measureAndCount(pool);
        for (int n = 0; n < 300; n++) {
            int[] votes = new int[4];
            for (int s = 0; s < 7; s++) {
                int likeliest = 0;
                for (int c = 1; c < 4; c++) {
                    likeliest = pool.probability(s, n, c) > pool.probability(s, n, likeliest) ? c : likeliest;
                }
                votes[likeliest]++;
            }
            assertThat(voted.get(n).votes_C()).containsExactly(votes);
        }
    }

    @Test
    void measuresALargePoolAsItDoesEachPart() {
        PosteriorSamples pool = random(3, 700, 4, new SplittableRandom(8));
        List<Doubt> doubts = Uncertainty.measure(pool);
        assertThat(doubts).hasSize(700);
        for (int n = 0; n < 700; n++) {
            float[] one = new float[3 * 4];
            for (int s = 0; s < 3; s++) {
                for (int c = 0; c < 4; c++) {
                    one[s * 4 + c] = pool.probability(s, n, c);
                }
            }
            assertThat(Uncertainty.measure(new PosteriorSamples(3, 1, 4, one))).containsExactly(doubts.get(n));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 200})
    void keepsTheLaws(int classes) {
        PosteriorSamples samples = random(5, 50, classes, new SplittableRandom(1));
        for (Doubt doubt : Uncertainty.measure(samples)) {
            assertThat(doubt.epistemic()).isBetween(0.0, doubt.total());
            assertThat(doubt.aleatoric()).isBetween(0.0, doubt.total());
            assertThat(doubt.total()).isLessThanOrEqualTo(Math.log(classes));
            assertThat(doubt.variationRatio()).isBetween(0.0, 1 - 1.0 / classes);
            assertThat(doubt.margin()).isBetween(0.0, 1.0);
            assertThat(doubt.leastConfidence()).isBetween(0.0, 1.0);
            assertThat(doubt.meanStandardDeviation()).isBetween(0.0, 0.5);
        }
    }

    @Test
    void seesNoModelDoubtWhereAllSamplesAgree() {
        float[] image = {0.2f, 0.5f, 0.3f};
        PosteriorSamples samples = new PosteriorSamples(4, 1, 3, concatenated(image, image, image, image));
        Doubt doubt = Uncertainty.measure(samples).get(0);
        assertThat(doubt.epistemic()).isCloseTo(0, within(1e-12));
        assertThat(doubt.total()).isCloseTo(-.2 * Math.log(.2) - .5 * Math.log(.5) - .3 * Math.log(.3), ROUNDING);
        assertThat(doubt.variationRatio()).isZero();
        assertThat(doubt.meanStandardDeviation()).isCloseTo(0, ROUNDING);
    }

    @Test
    void isExactForProbabilitiesOfZeroAndOne() {
        float[] first = {1, 0};
        float[] second = {0, 1};
        PosteriorSamples samples =
                new PosteriorSamples(2, 3, 2, concatenated(first, first, second, first, second, second));
        List<Doubt> doubts = Uncertainty.measure(samples);
        assertThat(doubts.get(0)).isEqualTo(new Doubt(0, 0, 0, 0, 1, 0, 0));
        assertThat(doubts.get(1).total()).isEqualTo(Math.log(2));
        assertThat(doubts.get(1).aleatoric()).isZero();
        assertThat(doubts.get(1).epistemic()).isEqualTo(Math.log(2));
        assertThat(doubts.get(1)).isEqualTo(new Doubt(Math.log(2), 0, Math.log(2), 0.5, 0, 0.5, 0.5));
        assertThat(doubts.get(2)).isEqualTo(new Doubt(0, 0, 0, 0, 1, 0, 0));
    }

    @Test
    void tellsAmbiguousImagesFromUnknownOnes() {
        float[] either = {0.5f, 0.5f};
        float[] surelyFirst = {0.99f, 0.01f};
        float[] surelySecond = {0.01f, 0.99f};
        PosteriorSamples samples =
                new PosteriorSamples(2, 2, 2, concatenated(either, surelyFirst, either, surelySecond));
        Doubt ambiguous = Uncertainty.measure(samples).get(0);
        Doubt unknown = Uncertainty.measure(samples).get(1);
        assertThat(ambiguous.total()).isCloseTo(unknown.total(), ROUNDING);
        assertThat(ambiguous.epistemic()).isCloseTo(0, ROUNDING);
        assertThat(unknown.epistemic()).isGreaterThan(0.9 * unknown.total());
    }

    @Test
    void doesNotDependOnTheOrderOfTheSamples() {
        PosteriorSamples samples = random(6, 4, 5, new SplittableRandom(2));
        float[] turned = new float[6 * 4 * 5];
        for (int s = 0; s < 6; s++) {
            for (int n = 0; n < 4; n++) {
                for (int c = 0; c < 5; c++) {
                    turned[((5 - s) * 4 + n) * 5 + c] = samples.probability(s, n, c);
                }
            }
        }
        List<Doubt> doubts = Uncertainty.measure(samples);
        List<Doubt> turnedDoubts = Uncertainty.measure(new PosteriorSamples(6, 4, 5, turned));
        for (int n = 0; n < 4; n++) {
            assertThat(turnedDoubts.get(n).epistemic()).isCloseTo(doubts.get(n).epistemic(), within(1e-12));
            assertThat(turnedDoubts.get(n).variationRatio())
                    .isEqualTo(doubts.get(n).variationRatio());
        }
    }

    @Test
    void takesRoundedProbabilitiesSlightlyOutOfRange() {
        Doubt doubt = Uncertainty.measure(new PosteriorSamples(1, 1, 2, new float[] {1.0000001f, -1e-7f}))
                .get(0);
        assertThat(doubt).isEqualTo(new Doubt(0, 0, 0, 0, 1, 0, 0));
    }

    @Test
    void namesTheRowThatHasNoProbabilities() {
        float[] broken = {0.5f, 0.5f, Float.NaN, Float.NaN};
        assertThatThrownBy(() -> new PosteriorSamples(1, 2, 2, broken))
                .isInstanceOf(UnusableProbabilities.class)
                .hasMessageContaining("row 1")
                .extracting(thrown -> ((UnusableProbabilities) thrown).row())
                .isEqualTo(1);
        assertThatThrownBy(() -> new PosteriorSamples(1, 1, 2, new float[] {0.5f, 0.6f}))
                .hasMessageContaining("row 0")
                .hasMessageContaining("sum to 1.1");
        assertThatThrownBy(() -> new PosteriorSamples(1, 1, 2, new float[] {Float.POSITIVE_INFINITY, 0}))
                .isInstanceOf(UnusableProbabilities.class);
    }

    private static PosteriorSamples random(int samples, int images, int classes, SplittableRandom random) {
        float[] all = new float[samples * images * classes];
        for (int row = 0; row < samples * images; row++) {
            double[] weights = new double[classes];
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                weights[c] = Math.pow(random.nextDouble(), 4);
                sum += weights[c];
            }
            for (int c = 0; c < classes; c++) {
                all[row * classes + c] = (float) (weights[c] / sum);
            }
        }
        return new PosteriorSamples(samples, images, classes, all);
    }

    private static float[] concatenated(float[]... parts) {
        float[] all = new float[parts.length * parts[0].length];
        for (int i = 0; i < parts.length; i++) {
            System.arraycopy(parts[i], 0, all, i * parts[0].length, parts[0].length);
        }
        return all;
    }
}
