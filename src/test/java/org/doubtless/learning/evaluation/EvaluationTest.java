package org.doubtless.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Offset<Double> ROUNDING = within(1e-6);

    private final ClassProbabilities four = new ClassProbabilities(4, 3, new float[] {
        0.8f, 0.1f, 0.1f,
        0.6f, 0.3f, 0.1f,
        0.2f, 0.5f, 0.3f,
        0.1f, 0.1f, 0.8f
    });

    @Test
    void measuresWhatAHandWorksOut() {
        Evaluation evaluation = Evaluation.of(four, 0, 1, 1, 0);
        assertThat(evaluation.images()).isEqualTo(4);
        assertThat(evaluation.accuracy().value()).isEqualTo(0.5);
        // Class 0: one of two found; class 1: one of two; class 2 does not occur.
        assertThat(evaluation.balancedAccuracy()).isCloseTo(0.5, ROUNDING);
        assertThat(evaluation.negativeLogLikelihood())
                .isCloseTo(-(Math.log(.8) + Math.log(.3) + Math.log(.5) + Math.log(.1)) / 4, ROUNDING);
        double brier = (.04 + .01 + .01) + (.36 + .49 + .01) + (.04 + .25 + .09) + (.81 + .01 + .64);
        assertThat(evaluation.brier()).isCloseTo(brier / 4, ROUNDING);
        // Confidence .8: one of two right; .6: none of one; .5: one of one.
        assertThat(evaluation.calibrationError()).isCloseTo((2 * .3 + .6 + .5) / 4, ROUNDING);
    }

    @Test
    void countsARareClassAsMuchAsACommonOne() {
        Evaluation evaluation = Evaluation.of(four, 0, 0, 0, 2);
        assertThat(evaluation.accuracy().value()).isEqualTo(0.75);
        assertThat(evaluation.balancedAccuracy()).isCloseTo((2 / 3.0 + 1) / 2, ROUNDING);
    }

    @Test
    void binsEveryPredictionOnce() {
        Evaluation evaluation = Evaluation.of(four, 0, 1, 1, 0);
        assertThat(evaluation.reliability()).hasSize(15);
        assertThat(evaluation.reliability().stream()
                        .mapToInt(ReliabilityBin::count)
                        .sum())
                .isEqualTo(4);
        ReliabilityBin surest = evaluation.reliability().get(14);
        assertThat(surest.high()).isEqualTo(1);
        assertThat(surest.count()).isZero();
    }

    @Test
    void agreesWithASlowReference() {
        SomePredictions some = new SomePredictions(400, 5, 1);
        double surprise = 0;
        double brier = 0;
        double gap = 0;
        for (int n = 0; n < 400; n++) {
            surprise -= Math.log(some.probabilities.at(n, some.labels[n])) / 400;
            for (int c = 0; c < 5; c++) {
                brier += Math.pow(some.probabilities.at(n, c) - (some.labels[n] == c ? 1 : 0), 2) / 400;
            }
        }
        for (int bin = 0; bin < 15; bin++) {
            double difference = 0;
            for (int n = 0; n < 400; n++) {
                int predicted = some.probabilities.predicted(n);
                double p = some.probabilities.at(n, predicted);
                if (p > bin / 15.0 && p <= (bin + 1) / 15.0) {
                    difference += (predicted == some.labels[n] ? 1 : 0) - p;
                }
            }
            gap += Math.abs(difference) / 400;
        }
        Evaluation evaluation = Evaluation.of(some.probabilities, some.labels);
        assertThat(evaluation.negativeLogLikelihood()).isCloseTo(surprise, ROUNDING);
        assertThat(evaluation.brier()).isCloseTo(brier, ROUNDING);
        assertThat(evaluation.calibrationError()).isCloseTo(gap, ROUNDING);
    }

    @Test
    void findsLittleWrongWithLabelsDrawnFromThePredictions() {
        SomePredictions some = new SomePredictions(20_000, 4, 2);
        assertThat(Evaluation.of(some.probabilities, some.labels).calibrationError())
                .isLessThan(0.015);
    }

    @Test
    void staysFiniteForASureMistake() {
        ClassProbabilities sure = new ClassProbabilities(1, 2, new float[] {1, 0});
        Evaluation evaluation = Evaluation.of(sure, 1);
        assertThat(evaluation.negativeLogLikelihood()).isBetween(16.0, 17.0);
        assertThat(evaluation.brier()).isEqualTo(2);
        assertThat(evaluation.calibrationError()).isEqualTo(1);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> Evaluation.of(four)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> Evaluation.of(four, 0, 1, 3, 0)).hasMessageContaining("row 2");
    }

    @Test
    void knowsWilsonsInterval() {
        // Newcombe 1998, table I: 81 of 263 and 0 of 20.
        assertInterval(Proportion.wilson(81, 263), 0.2553, 0.3662);
        assertInterval(Proportion.wilson(0, 20), 0.0000, 0.1611);
        assertInterval(Proportion.wilson(1, 29), 0.0061, 0.1718);
        assertThat(Proportion.wilson(20, 20).high()).isEqualTo(1);
        assertThatThrownBy(() -> Proportion.wilson(0, 0)).hasMessageContaining("at least 1 trial");
    }

    private static void assertInterval(Proportion proportion, double low, double high) {
        assertThat(proportion.low()).isCloseTo(low, within(5e-5));
        assertThat(proportion.high()).isCloseTo(high, within(5e-5));
        assertThat(proportion.value()).isBetween(proportion.low(), proportion.high());
    }
}
