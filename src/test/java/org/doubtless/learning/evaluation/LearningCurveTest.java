package org.doubtless.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LearningCurveTest {

    @Test
    void findsACurveThatIsMeasuredWell() {
        List<CurvePoint> points = new ArrayList<>();
        for (int labels = 10; labels <= 200; labels += 10) {
            points.add(new CurvePoint(labels, 0.93 - 1.2 * Math.pow(labels, -0.6), 1_000_000));
        }
        LearningCurve curve = LearningCurve.fit(points, 1);
        for (int labels : new int[] {10, 100, 200, 400, 1_000}) {
            Proportion forecast = curve.at(labels);
            double truth = 0.93 - 1.2 * Math.pow(labels, -0.6);
            assertThat(forecast.value()).isCloseTo(truth, within(0.003));
            assertThat(truth).isBetween(forecast.low() - 0.003, forecast.high() + 0.003);
        }
        assertThat(curve.limit().value()).isCloseTo(0.93, within(0.01));
        assertThat(curve.gain(100, 200).value())
                .isCloseTo(1.2 * (Math.pow(100, -0.6) - Math.pow(200, -0.6)), within(0.003));
    }

    @Test
    void fitsNoWorseThanASlowSearch() {
        SplittableRandom random = new SplittableRandom(2);
        for (int run = 0; run < 5; run++) {
            double[] labels = {10, 20, 40, 60, 90};
            double[] y = new double[5];
            double[] variances = new double[5];
            for (int i = 0; i < 5; i++) {
                y[i] = Math.min(1, 0.8 - 2 / labels[i] + 0.1 * random.nextGaussian() + 0.05 * run);
                variances[i] = new CurvePoint(1, y[i], 20 * (i + 1)).variance();
            }
            double found = loss(PowerLaw.fit(labels, y, variances, PowerLaw.USUAL_LOG_C), labels, y, variances);
            for (double a = 0; a <= 1; a += 0.05) {
                for (double b = 0; b < 20; b = b * 1.2 + 0.01) {
                    for (double c = 0.05; c < 3; c *= 1.1) {
                        assertThat(found).isLessThan(loss(new PowerLaw(a, b, c), labels, y, variances) + 0.01);
                    }
                }
            }
        }
    }

    private static double loss(PowerLaw law, double[] labels, double[] y, double... variances) {
        double far = (Math.log(law.c()) - PowerLaw.USUAL_LOG_C) / PowerLaw.SPREAD_LOG_C;
        return far * far + law.misfit(labels, y, variances);
    }

    @Test
    void neverFallsAndNeverPassesOne() {
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < 40; run++) {
            List<CurvePoint> points = new ArrayList<>();
            for (int i = 0; i < 2 + run % 29; i++) {
                points.add(new CurvePoint(5 * (i + 1), random.nextInt(0, 31) / 30.0, 30));
            }
            LearningCurve curve = LearningCurve.fit(points, run);
            double before = 0;
            for (int labels = 1; labels < 100_000; labels *= 3) {
                Proportion forecast = curve.at(labels);
                assertThat(forecast.value()).isBetween(before, 1.0);
                assertThat(forecast.low()).isBetween(0.0, forecast.value());
                assertThat(forecast.high()).isBetween(forecast.value(), 1.0);
                before = forecast.value();
                assertThat(curve.gain(labels, 2 * labels).low()).isNotNegative();
            }
            assertThat(curve.at(100_000).value())
                    .isLessThanOrEqualTo(curve.limit().value());
        }
    }

    @Test
    void coversTheNextRoundAboutAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(4);
        int covered = 0;
        for (int run = 0; run < 100; run++) {
            double a = random.nextDouble(0.7, 1);
            double c = Math.exp(PowerLaw.USUAL_LOG_C + PowerLaw.SPREAD_LOG_C * random.nextGaussian());
            double b = random.nextDouble(0.3, 0.6) * Math.pow(10, c);
            List<CurvePoint> points = new ArrayList<>();
            for (int labels = 10; labels <= 60; labels += 10) {
                double truth = Math.max(0, a - b * Math.pow(labels, -c));
                long right = random.doubles(200).filter(u -> u < truth).count();
                points.add(new CurvePoint(labels, right / 200.0, 200));
            }
            Proportion forecast = LearningCurve.fit(points, run).at(120);
            double truth = a - b * Math.pow(120, -c);
            covered += forecast.low() <= truth && truth <= forecast.high() ? 1 : 0;
        }
        assertThat(covered).isBetween(88, 100);
    }

    @Test
    void isSurerTheMoreWasTested() {
        Proportion few = LearningCurve.fit(List.of(new CurvePoint(10, 0.5, 20), new CurvePoint(20, 0.6, 20)), 1)
                .at(40);
        Proportion many = LearningCurve.fit(List.of(new CurvePoint(10, 0.5, 9_000), new CurvePoint(20, 0.6, 9_000)), 1)
                .at(40);
        assertThat(few.high() - few.low()).isGreaterThan(2 * (many.high() - many.low()));
    }

    @Test
    void refusesWhatMakesNoCurve() {
        CurvePoint point = new CurvePoint(10, 0.5, 20);
        assertThatThrownBy(() -> LearningCurve.fit(List.of(point, point), 1)).hasMessageContaining("two different");
        assertThatThrownBy(() -> new CurvePoint(10, 1.5, 20)).hasMessageContaining("1.5");
        LearningCurve curve = LearningCurve.fit(List.of(point, new CurvePoint(20, 0.5, 20)), 1);
        assertThatThrownBy(() -> curve.at(0)).hasMessageContaining("0 labels");
        assertThatThrownBy(() -> curve.gain(20, 10)).hasMessageContaining("more labels");
    }
}
