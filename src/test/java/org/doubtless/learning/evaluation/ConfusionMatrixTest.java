package org.doubtless.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.doubtless.learning.evaluation.ConfusionMatrix.Mistake;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

    private final ClassProbabilities five = new ClassProbabilities(5, 3, new float[] {
        0.8f, 0.1f, 0.1f,
        0.6f, 0.3f, 0.1f,
        0.7f, 0.2f, 0.1f,
        0.2f, 0.5f, 0.3f,
        0.1f, 0.8f, 0.1f
    });

    @Test
    void countsWhatWasTakenForWhat() {
        ConfusionMatrix confusion = ConfusionMatrix.of(five, 0, 1, 1, 1, 2);
        assertThat(confusion.classes()).isEqualTo(3);
        assertThat(confusion.count(0, 0)).isEqualTo(1);
        assertThat(confusion.count(1, 0)).isEqualTo(2);
        assertThat(confusion.occurring(1)).isEqualTo(3);
        assertThat(confusion.predicted(0)).isEqualTo(3);
        assertThat(confusion.recall(1)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(confusion.precision(0)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(confusion.precision(2)).isZero();
        assertThat(confusion.mistakes()).containsExactly(new Mistake(1, 0, 2), new Mistake(2, 1, 1));
    }

    @Test
    void agreesWithTheEvaluation() {
        SomePredictions some = new SomePredictions(500, 6, 1);
        ConfusionMatrix confusion = ConfusionMatrix.of(some.probabilities, some.labels);
        Evaluation evaluation = Evaluation.of(some.probabilities, some.labels);
        int right = IntStream.range(0, 6).map(c -> confusion.count(c, c)).sum();
        int wrong = confusion.mistakes().stream().mapToInt(Mistake::count).sum();
        assertThat(right + wrong).isEqualTo(500);
        assertThat(right / 500.0).isEqualTo(evaluation.accuracy().value());
        assertThat(IntStream.range(0, 6).mapToDouble(confusion::recall).average())
                .hasValueCloseTo(evaluation.balancedAccuracy(), within(1e-12));
        assertThat(BalancedAccuracy.of(some.probabilities, 1, some.labels).value())
                .isCloseTo(evaluation.balancedAccuracy(), within(1e-12));
    }

    @Test
    void refusesLabelsThatAreNone() {
        assertThatThrownBy(() -> ConfusionMatrix.of(five, 0, 1)).hasMessageContaining("2 labels");
        assertThatThrownBy(() -> ConfusionMatrix.of(five, 0, 1, 2, 3, 0)).hasMessageContaining("row 3");
    }
}
