package org.doubtless.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.junit.jupiter.api.Test;

class BalancedAccuracyTest {

    @Test
    void coversTheTruthAboutAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(1);
        double[] recalls = {0.95, 0.6, 0.8};
        int[] sizes = {60, 12, 30};
        double truth = (0.95 + 0.6 + 0.8) / 3;
        int covered = 0;
        for (int run = 0; run < 400; run++) {
            Proportion interval = balanced(random, recalls, sizes, run);
            covered += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
        }
        assertThat(covered / 400.0).isBetween(0.92, 0.98);
    }

    @Test
    void admitsDoubtWhereAllIsRight() {
        Proportion interval = balanced(new SplittableRandom(2), new double[] {1, 1}, new int[] {10, 10}, 3);
        assertThat(interval.value()).isEqualTo(1);
        assertThat(interval.high()).isEqualTo(1);
        assertThat(interval.low()).isBetween(0.75, 0.95);
    }

    @Test
    void hasTheSpreadThatTheBetaDistributionsHave() {
        // One class of 30 with 24 found: Beta(24.5, 6.5), sd = sqrt(ab / ((a+b)^2 (a+b+1))).
        float[] all = new float[60];
        for (int n = 0; n < 30; n++) {
            all[n * 2 + (n < 24 ? 0 : 1)] = 1;
        }
        Proportion interval = BalancedAccuracy.of(new ClassProbabilities(30, 2, all), 4, new int[30]);
        double sd = Math.sqrt(24.5 * 6.5 / (31.0 * 31 * 32));
        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * sd, within(0.02));
        assertThat(interval.value()).isEqualTo(0.8);
    }

    @Test
    void isTheSameForTheSameSeed() {
        SomePredictions some = new SomePredictions(50, 4, 5);
        assertThat(BalancedAccuracy.of(some.probabilities, 6, some.labels))
                .isEqualTo(BalancedAccuracy.of(some.probabilities, 6, some.labels))
                .isNotEqualTo(BalancedAccuracy.of(some.probabilities, 7, some.labels));
    }

    private static Proportion balanced(SplittableRandom random, double[] recalls, int[] sizes, long seed) {
        int classes = recalls.length;
        int images = Arrays.stream(sizes).sum();
        float[] all = new float[images * classes];
        int[] labels = new int[images];
        int n = 0;
        for (int c = 0; c < classes; c++) {
            for (int i = 0; i < sizes[c]; i++, n++) {
                labels[n] = c;
                all[n * classes + (random.nextDouble() < recalls[c] ? c : (c + 1) % classes)] = 1;
            }
        }
        return BalancedAccuracy.of(new ClassProbabilities(images, classes, all), seed, labels);
    }
}
