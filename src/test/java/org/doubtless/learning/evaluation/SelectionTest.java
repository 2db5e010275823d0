package org.doubtless.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether a score sorts what it ought to: AUROC and the risk-coverage curve. */
class SelectionTest {

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void countsPairsAsASlowReferenceDoes() {
        for (int run = 0; run < 50; run++) {
            double[] strangers = coarse(1 + run % 7);
            double[] known = coarse(1 + run % 11);
            double wins = 0;
            for (double a : strangers) {
                for (double b : known) {
                    wins += a > b ? 1 : a == b ? 0.5 : 0;
                }
            }
            assertThat(Auroc.of(strangers, known)).isCloseTo(wins / strangers.length / known.length, within(1e-12));
            assertThat(Auroc.of(strangers, known) + Auroc.of(known, strangers)).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void knowsPerfectBlindAndInvertedScores() {
        assertThat(Auroc.of(new double[] {2, 3}, 0, 1)).isEqualTo(1);
        assertThat(Auroc.of(new double[] {1, 1}, 1, 1, 1)).isEqualTo(0.5);
        assertThat(Auroc.of(new double[] {-0.0}, 0.0)).isEqualTo(0.5);
        assertThat(Auroc.ofErrors(new double[] {0.9, 0.1, 0.5}, false, true, false))
                .isZero();
    }

    @Test
    void refusesOneKindAlone() {
        assertThatThrownBy(() -> Auroc.of(new double[] {1})).hasMessageContaining("both kinds");
        assertThatThrownBy(() -> Auroc.ofErrors(new double[] {1, 2}, true, true))
                .hasMessageContaining("both kinds");
        assertThatThrownBy(() -> Auroc.ofErrors(new double[] {1, 2}, true)).hasMessageContaining("2 doubts");
        assertThatThrownBy(() -> Auroc.of(new double[] {1, Double.NaN}, 1)).hasMessageContaining("row 1");
    }

    @Test
    void averagesTheRiskOverTheOrdersOfEquals() {
        double[] doubts = coarse(40);
        boolean[] wrong = new boolean[40];
        for (int n = 0; n < 40; n++) {
            wrong[n] = random.nextDouble() < doubts[n] / 5;
        }
        RiskCoverage curve = RiskCoverage.of(doubts, wrong);
        double[] slow = new double[40];
        Random shuffles = new Random(2);
        for (int run = 0; run < 20_000; run++) {
            List<Integer> order = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
            Collections.shuffle(order, shuffles);
            order.sort((a, b) -> Double.compare(doubts[a], doubts[b]));
            int mistakes = 0;
            for (int k = 0; k < 40; k++) {
                mistakes += wrong[order.get(k)] ? 1 : 0;
                slow[k] += mistakes / (k + 1.0) / 20_000;
            }
        }
        for (int k = 0; k < 40; k++) {
            assertThat(curve.risk(k + 1)).isCloseTo(slow[k], within(0.02));
        }
        assertThat(curve.area()).isCloseTo(Arrays.stream(slow).average().orElseThrow(), within(0.01));
    }

    @Test
    void endsAtTheErrorRateAndIsLowestForTheBestDoubt() {
        double[] doubts = random.doubles(200).toArray();
        boolean[] wrong = new boolean[200];
        double[] best = new double[200];
        for (int n = 0; n < 200; n++) {
            wrong[n] = random.nextDouble() < 0.3;
            best[n] = wrong[n] ? 1 : 0;
        }
        double errors = IntStream.range(0, 200).filter(n -> wrong[n]).count() / 200.0;
        assertThat(RiskCoverage.of(doubts, wrong).risk(200)).isCloseTo(errors, within(1e-12));
        assertThat(RiskCoverage.of(new double[200], wrong).area()).isCloseTo(errors, within(1e-12));
        assertThat(RiskCoverage.of(best, wrong).area())
                .isLessThan(RiskCoverage.of(doubts, wrong).area());
        assertThat(RiskCoverage.of(best, wrong).coverageAtRisk(0)).isCloseTo(1 - errors, within(1e-12));
    }

    @Test
    void leavesAsManyToTheModelAsTheRiskAllows() {
        RiskCoverage curve = RiskCoverage.of(new double[] {0.4, 0.1, 0.3, 0.2, 0.5}, true, false, false, true, false);
        // By doubt: right, wrong, right, wrong, right: risks 0, 1/2, 1/3, 1/2, 2/5.
        assertThat(curve.coverageAtRisk(0.1)).isEqualTo(0.2);
        assertThat(curve.coverageAtRisk(0.35)).isEqualTo(0.6);
        assertThat(curve.coverageAtRisk(0.4)).isEqualTo(1);
        assertThat(curve.images()).isEqualTo(5);
        assertThat(RiskCoverage.of(new double[] {1, 1}, true, false).coverageAtRisk(0.4))
                .isZero();
        assertThatThrownBy(() -> RiskCoverage.of(new double[0])).hasMessageContaining("at least one");
        assertThatThrownBy(() -> RiskCoverage.of(new double[] {Double.NaN}, true))
                .hasMessageContaining("row 0");
    }

    /** Scores with many equals. */
    private double[] coarse(int size) {
        return random.ints(size, 0, 5).asDoubleStream().toArray();
    }
}
