package org.doubtless.learning.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsToTargetTest {

    @Test
    void takesEachRunsFirstPointThatReachesIt() {
        List<SimulatedTurn> points = new ArrayList<>();
        points.add(point(1, 10, 0.90));
        points.add(point(1, 15, 0.96));
        points.add(point(1, 20, 0.94));
        points.add(point(2, 10, 0.95));
        points.add(point(3, 20, 0.99));
        assertThat(LabelsToTarget.of(0.95, 300, points).labels()).containsExactly(10, 15, 20);
        assertThat(LabelsToTarget.of(0.95, 300, points).text())
                .isEqualTo("labels to 0.95: median 15 (10-20) over 3 seeds");
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddle() {
        List<SimulatedTurn> points = List.of(point(1, 10, 0.95), point(2, 15, 0.95));
        assertThat(LabelsToTarget.of(0.95, 300, points).text())
                .isEqualTo("labels to 0.95: median 12.5 (10-15) over 2 seeds");
    }

    @Test
    void saysHowManyRunsNeverReachedIt() {
        List<SimulatedTurn> points = List.of(point(1, 10, 0.95), point(2, 15, 0.9499), point(3, 15, 0.2));
        LabelsToTarget found = LabelsToTarget.of(0.95, 300, points);
        assertThat(found.isReached()).isFalse();
        assertThat(found.text()).isEqualTo("labels to 0.95: not reached within 300 by 2 of 3 seeds");
    }

    @Test
    void growsItsBatches() {
        Schedule growing = Schedule.growing();
        int labelled = 0;
        List<Integer> checkpoints = new ArrayList<>();
        while (labelled < 400) {
            labelled += growing.batch(labelled);
            checkpoints.add(labelled);
        }
        assertThat(checkpoints).contains(10, 15, 20, 40, 60, 100, 200, 400).isSorted();
    }

    private static SimulatedTurn point(long seed, int labels, double accuracy) {
        return new SimulatedTurn(seed, labels, 10, accuracy, accuracy, 0.1, 0.01, 1, 1);
    }
}
