package org.doubtless.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.doubtless.learning.evaluation.StoppingAdvice.Evidence;
import org.doubtless.learning.evaluation.StoppingAdvice.Verdict;
import org.junit.jupiter.api.Test;

class StoppingAdviceTest {

    private final LearningCurve rising = curve(0.95, 3, 0.5, 1_000);
    private final LearningCurve flat = curve(0.95, 3, 1.5, 2_000);

    @Test
    void goesOnWhileTheModelGetsBetter() {
        StoppingAdvice advice = StoppingAdvice.from(new Evidence(rising, 100, 0.2, 0.1, 200));
        assertThat(advice.verdict()).isEqualTo(Verdict.CONTINUE);
        assertThat(advice.sentence()).startsWith("Keep labelling");
        assertThat(advice.reason()).contains("next 100 labels").contains("points of accuracy");
    }

    @Test
    void stopsWhereLabelsBringNothing() {
        StoppingAdvice advice = StoppingAdvice.from(new Evidence(flat, 300, 0.02, 0.05, 200));
        assertThat(advice.verdict()).isEqualTo(Verdict.STOP);
        assertThat(advice.sentence()).contains("You can stop");
    }

    @Test
    void looksAtTheClassesWhereTheImagesStayAmbiguous() {
        StoppingAdvice advice = StoppingAdvice.from(new Evidence(flat, 300, 0.02, 0.4, 200));
        assertThat(advice.verdict()).isEqualTo(Verdict.REVIEW_CLASSES);
        assertThat(advice.reason()).contains("several classes");
    }

    @Test
    void doesNotStopWhileTheModelStillDoubts() {
        StoppingAdvice advice = StoppingAdvice.from(new Evidence(flat, 300, 0.3, 0.1, 200));
        assertThat(advice.verdict()).isEqualTo(Verdict.NEARLY_DONE);
        assertThat(advice.reason()).contains("still doubts");
    }

    @Test
    void looksAgainWhereTheForecastIsUnsure() {
        LearningCurve unsure = LearningCurve.fit(
                List.of(new CurvePoint(20, 0.85, 60), new CurvePoint(40, 0.84, 60), new CurvePoint(60, 0.85, 60)), 1);
        StoppingAdvice advice = StoppingAdvice.from(new Evidence(unsure, 60, 0.02, 0.05, 60));
        assertThat(unsure.gain(60, 160).high()).isGreaterThan(0.01);
        assertThat(advice.verdict()).isEqualTo(Verdict.NEARLY_DONE);
        assertThat(advice.sentence()).contains("look again");
    }

    @Test
    void saysNothingFromAFewControlImages() {
        StoppingAdvice advice = StoppingAdvice.from(new Evidence(flat, 300, 0.02, 0.05, 12));
        assertThat(advice.verdict()).isEqualTo(Verdict.TOO_EARLY);
        assertThat(advice.reason()).contains("12 control images");
    }

    private static LearningCurve curve(double a, double b, double c, int tested) {
        List<CurvePoint> points = new ArrayList<>();
        for (int labels = 20; labels <= 300; labels += 20) {
            points.add(new CurvePoint(labels, Math.max(0, a - b * Math.pow(labels, -c)), tested));
        }
        return LearningCurve.fit(points, 1);
    }
}
