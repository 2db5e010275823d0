package org.doubtless.learning.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LabelRatioTest {
    private static final double FAR = Double.POSITIVE_INFINITY;

    /** A run that has these accuracies after 10, 20, 30, ... labels. */
    private static List<SimulatedTurn> run(long seed, double... accuracies) {
        List<SimulatedTurn> points = new ArrayList<>();
        for (int k = 0; k < accuracies.length; k++) {
            points.add(new SimulatedTurn(seed, 10 * (k + 1), 2, accuracies[k], accuracies[k] / 2, 0, 0, 0, 0));
        }
        return points;
    }

    /** Runs that are first right after so many labels each. */
    private static List<SimulatedTurn> reaching(int... labels) {
        List<SimulatedTurn> points = new ArrayList<>();
        for (int seed = 0; seed < labels.length; seed++) {
            points.add(new SimulatedTurn(seed, 1, 2, 0, 0, 0, 0, 0, 0));
            points.add(new SimulatedTurn(seed, labels[seed], 2, 1, 1, 0, 0, 0, 0));
        }
        return points;
    }

    private static LabelRatio toReach(double target, List<SimulatedTurn> first, List<SimulatedTurn> second) {
        return LabelRatio.toReach(target, first, second, SimulatedTurn::accuracy, 1);
    }

    private static List<SimulatedTurn> all(List<SimulatedTurn> some, List<SimulatedTurn> others) {
        List<SimulatedTurn> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    @Test
    void takesTheMedianRunOfEither() {
        LabelRatio ratio = toReach(0.9, reaching(15, 20, 12), reaching(50, 40, 30, 80));
        assertThat(ratio.first()).isEqualTo(new LabelsNeeded(15, 15));
        assertThat(ratio.second()).isEqualTo(new LabelsNeeded(45, 45));
        assertThat(ratio.least()).isEqualTo(3).isEqualTo(ratio.most());
    }

    /** The distribution of the median of five of five, and of the quotient of two such, in full. */
    @Test
    void itsIntervalIsTheQuantileOfAllResamples() {
        int[] first = {11, 13, 17, 19, 23};
        int[] second = {29, 41, 53, 67, 83};
        Map<Double, Double> shares = new TreeMap<>();
        medians(first).forEach((a, p) -> medians(second).forEach((b, q) -> shares.merge(b / a, p * q, Double::sum)));
        // Phi(-sqrt(5/4) t(0.975, 4)) = Phi(-1.11803 * 2.77645) = Phi(-3.10417) = 0.000954
        double outside = 0.000954;
        LabelRatio ratio = toReach(1, reaching(first), reaching(second));
        assertThat(below(shares, ratio.low())).isLessThanOrEqualTo(2 * outside);
        assertThat(below(shares, ratio.low()) + shares.get(ratio.low())).isGreaterThan(outside / 2);
        assertThat(1 - below(shares, ratio.high())).isGreaterThan(outside / 2);
        assertThat(1 - below(shares, ratio.high()) - shares.get(ratio.high())).isLessThanOrEqualTo(2 * outside);
        assertThat(ratio.low()).isLessThan(ratio.least());
        assertThat(ratio.high()).isGreaterThan(ratio.most());
    }

    private static Map<Double, Double> medians(int... sorted) {
        Map<Double, Double> shares = new TreeMap<>();
        int all = 1;
        for (int i = 0; i < sorted.length; i++) {
            all *= sorted.length;
        }
        for (int code = 0; code < all; code++) {
            int[] drawn = new int[sorted.length];
            int rest = code;
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = sorted[rest % sorted.length];
                rest /= sorted.length;
            }
            Arrays.sort(drawn);
            shares.merge((double) drawn[drawn.length / 2], 1.0 / all, Double::sum);
        }
        return shares;
    }

    private static double below(Map<Double, Double> shares, double value) {
        return shares.entrySet().stream()
                .filter(each -> each.getKey() < value)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    @Test
    void threeRunsLeaveOpenWhateverTheyMayGive() {
        LabelRatio ratio = toReach(1, reaching(10, 20, 30), reaching(60, 120, 240));
        assertThat(ratio.low()).isEqualTo(60 / 30.0);
        assertThat(ratio.high()).isEqualTo(240 / 10.0);
    }

    @Test
    void aRunThatEndsBeforeNeedsMoreThanItHad() {
        List<SimulatedTurn> never = all(all(run(1, 0.5, 0.6, 0.7), run(2, 0.5, 0.6, 0.7)), run(3, 0.5, 0.91));
        LabelRatio ratio = toReach(0.9, reaching(10, 10, 10), never);
        assertThat(ratio.second()).isEqualTo(new LabelsNeeded(30, FAR));
        assertThat(ratio.least()).isEqualTo(3);
        assertThat(ratio.most()).isEqualTo(FAR);
        // Three times the run that got there with 20 is the least; no number is too high.
        assertThat(ratio.low()).isEqualTo(2);
        assertThat(ratio.high()).isEqualTo(FAR);
        LabelRatio other = toReach(0.9, never, reaching(10, 10, 10));
        assertThat(other.low()).isZero();
        assertThat(other.high()).isEqualTo(0.5);
        assertThat(other.text())
                .isEqualTo(
                        "90.0 %: more than 30 labels against 10, 0.00 to 0.33 times fewer" + " (95 %: 0.00 to 0.50)");
    }

    @Test
    void aSingleRunLeavesEverythingOpen() {
        LabelRatio ratio = toReach(1, reaching(10), reaching(30, 40, 50));
        assertThat(ratio.least()).isEqualTo(4);
        assertThat(ratio.low()).isZero();
        assertThat(ratio.high()).isEqualTo(FAR);
        assertThat(ratio.text())
                .isEqualTo("100.0 %: 10 labels against 40, 4.00 times fewer (95 %: 0.00 to any number)");
    }

    @Test
    void findsWhereTheMeanIsAsGoodAsTheOthers() {
        List<SimulatedTurn> first = all(run(1, 0.5, 0.7, 0.9), run(2, 0.3, 0.5, 0.9));
        List<SimulatedTurn> second = all(run(7, 0.2, 0.3, 0.6), run(8, 0.4, 0.5, 0.8));
        LabelRatio ratio = LabelRatio.asGoodAs(30, first, second, SimulatedTurn::accuracy, 1);
        assertThat(ratio.target()).isEqualTo(0.7, within(1e-12));
        // The first's mean is .6 at 20 and .9 at 30.
        assertThat(ratio.first().least()).isEqualTo(20 + 10 * 0.1 / 0.3, within(1e-9));
        assertThat(ratio.least()).isEqualTo(30 / ratio.first().least(), within(1e-9));
        // At the worst twice the second run against .8, at the best the first one against .6.
        assertThat(ratio.low()).isEqualTo(30 / (20 + 10 * 0.3 / 0.4), within(1e-9));
        assertThat(ratio.high()).isEqualTo(30 / 15.0, within(1e-9));
    }

    @Test
    void goesByWhatItIsTold() {
        LabelRatio ratio = LabelRatio.toReach(0.3, run(1, 0.2, 0.6), run(1, 0.6), SimulatedTurn::balancedAccuracy, 1);
        assertThat(ratio.first()).isEqualTo(new LabelsNeeded(20, 20));
    }

    @Test
    void theSameSeedDrawsTheSame() {
        List<SimulatedTurn> first = reaching(11, 13, 17, 19, 23, 31, 37);
        List<SimulatedTurn> second = reaching(29, 41, 53, 67, 83, 91, 97);
        assertThat(toReach(1, first, second)).isEqualTo(toReach(1, first, second));
    }

    @Test
    void refusesLabelsAtWhichNotAllRunsHaveAPoint() {
        assertThatThrownBy(() -> LabelRatio.asGoodAs(
                        30, run(1, 0.5), all(run(1, 0.5, 0.5, 0.5), run(2, 0.5)), SimulatedTurn::accuracy, 1))
                .hasMessageContaining("common at [10] and at [10] labels");
        assertThatThrownBy(() -> toReach(0.5, List.of(), run(1, 0.5))).hasMessageContaining("without a point");
    }
}
