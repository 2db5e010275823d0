package org.doubtless.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.doubtless.learning.posterior.ClassProbabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {

    private final SomePredictions calibrated = new SomePredictions(4_000, 5, 1);

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 1, 2.5})
    void findsTheTemperatureThatWasTakenAway(double spoilt) {
        ClassProbabilities sharp = new Temperature(1 / spoilt).apply(calibrated.probabilities);
        Temperature found = Temperature.fit(sharp, calibrated.labels);
        assertThat(found.value()).isCloseTo(spoilt, within(0.08 * spoilt));
        double before = Evaluation.of(sharp, calibrated.labels).negativeLogLikelihood();
        Evaluation after = Evaluation.of(found.apply(sharp), calibrated.labels);
        assertThat(after.negativeLogLikelihood()).isLessThanOrEqualTo(before + 1e-6);
        assertThat(after.calibrationError()).isLessThan(0.04);
    }

    @Test
    void isAsGoodAsASlowSearch() {
        SomePredictions few = new SomePredictions(30, 3, 2);
        ClassProbabilities sharp = new Temperature(0.5).apply(few.probabilities);
        double found = Temperature.fit(sharp, few.labels).value();
        for (double t = 0.05; t < 20; t *= 1.02) {
            assertThat(loss(sharp, found, few.labels)).isLessThan(loss(sharp, t, few.labels) + 1e-4);
        }
    }

    private static double loss(ClassProbabilities probabilities, double t, int... labels) {
        double nll =
                Evaluation.of(new Temperature(t).apply(probabilities), labels).negativeLogLikelihood();
        return nll * labels.length + Math.pow(Math.log(t), 2) / 2;
    }

    @Test
    void changesNoPredictionAndSumsToOne() {
        ClassProbabilities cooled = new Temperature(0.3).apply(calibrated.probabilities);
        for (int n = 0; n < 200; n++) {
            assertThat(cooled.predicted(n)).isEqualTo(calibrated.probabilities.predicted(n));
            double sum = 0;
            for (float p : cooled.row(n)) {
                sum += p;
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void staysModestWhereAFewLabelsAreAllRight() {
        ClassProbabilities three = new ClassProbabilities(3, 2, new float[] {0.8f, 0.2f, 0.7f, 0.3f, 0.9f, 0.1f});
        assertThat(Temperature.fit(three, 0, 0, 0).value()).isBetween(0.3, 1.0);
    }

    @Test
    void takesProbabilitiesOfZeroAndOne() {
        ClassProbabilities sure = new ClassProbabilities(2, 2, new float[] {1, 0, 1, 0});
        Temperature found = Temperature.fit(sure, 0, 1);
        assertThat(found.value()).isGreaterThan(5);
        assertThat(found.apply(sure).at(0, 0)).isBetween(0.5f, 1f);
        assertThatThrownBy(() -> new Temperature(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> Temperature.fit(sure, 0)).hasMessageContaining("1 labels");
    }
}
