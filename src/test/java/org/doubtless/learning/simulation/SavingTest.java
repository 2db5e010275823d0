package org.doubtless.learning.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavingTest {
    private static List<SimulatedTurn> run(long seed, double... accuracies) {
        List<SimulatedTurn> points = new ArrayList<>();
        for (int k = 0; k < accuracies.length; k++) {
            points.add(new SimulatedTurn(seed, 10 * (k + 1), 2, accuracies[k], 0, 0, 0, 0, 0));
        }
        return points;
    }

    private static List<SimulatedTurn> of(List<List<SimulatedTurn>> runs) {
        return runs.stream().flatMap(List::stream).toList();
    }

    @Test
    void isTheMeanDifferenceOfPairsWithStudentsInterval() {
        List<SimulatedTurn> first =
                of(List.of(run(1, 0.5, 0.99, 1, 1), run(2, 0.5, 0.5, 0.99, 1), run(3, 0.98, 0.99, 1, 1)));
        List<SimulatedTurn> second =
                of(List.of(run(1, 0.5, 0.5, 0.97, 1), run(2, 0.4, 0.5, 0.6, 1), run(3, 0.5, 0.97, 0.985, 1)));
        Saving saving = Saving.of(first, second);
        // 98 % of 1; needed 20, 30, 10 and 40, 40, 30: differences 20, 10, 20.
        assertThat(saving.target()).isEqualTo(0.98, within(1e-12));
        assertThat(saving.first()).isEqualTo(20, within(1e-12));
        assertThat(saving.second()).isEqualTo(110 / 3.0, within(1e-12));
        assertThat(saving.saved()).isEqualTo(50 / 3.0, within(1e-12));
        // s = sqrt(100 / 3), t(0.975, 2) = 4.302653
        double half = 4.302653 * Math.sqrt(100 / 3.0) / Math.sqrt(3);
        assertThat(saving.low()).isEqualTo(50 / 3.0 - half, within(1e-4));
        assertThat(saving.high()).isEqualTo(50 / 3.0 + half, within(1e-4));
    }

    @Test
    void oneSeedTellsNoInterval() {
        Saving saving = Saving.of(run(1, 0.5, 1), run(1, 1, 1));
        assertThat(saving.saved()).isEqualTo(-10);
        assertThat(saving.low()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void refusesRunsThatAreNoPairs() {
        assertThatThrownBy(() -> Saving.of(run(1, 1), run(2, 1))).hasMessageContaining("same seeds");
    }

    @Test
    void theMeanCurveHasStudentsInterval() {
        List<MeanCurve> curve = MeanCurve.of(of(List.of(run(1, 0.4, 0.8), run(2, 0.6, 0.8))));
        assertThat(curve).extracting(MeanCurve::labels).containsExactly(10, 20);
        assertThat(curve.get(0).accuracy()).isEqualTo(0.5, within(1e-12));
        // t(0.975, 1) = 12.7062 times 0.1 is more than a share can be off.
        assertThat(curve.get(0).low()).isZero();
        assertThat(curve.get(0).high()).isEqualTo(1);
        assertThat(curve.get(1).low()).isEqualTo(0.8, within(1e-12));
    }
}
