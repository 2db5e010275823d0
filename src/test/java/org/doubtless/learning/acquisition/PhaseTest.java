package org.doubtless.learning.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhaseTest {

    @Test
    void beginsCold() {
        assertThat(Phase.after(3)).isEqualTo(Phase.COLD);
        assertThat(Phase.after(3, alternating(9))).isEqualTo(Phase.COLD);
        assertThat(Phase.after(3, alternating(10))).isEqualTo(Phase.DISCOVERY);
        assertThat(Phase.after(40, alternating(39))).isEqualTo(Phase.COLD);
        assertThat(Phase.coldLabels(1_000)).isEqualTo(50);
    }

    @Test
    void refinesAfterFifteenLabelsWithoutANewClass() {
        assertThat(Phase.after(2, alternating(16))).isEqualTo(Phase.DISCOVERY);
        assertThat(Phase.after(2, alternating(17))).isEqualTo(Phase.REFINEMENT);
    }

    @Test
    void looksFourTimesAsLongForAClassThatNobodyHasMet() {
        assertThat(Phase.after(3, alternating(61))).isEqualTo(Phase.DISCOVERY);
        assertThat(Phase.after(3, alternating(62))).isEqualTo(Phase.REFINEMENT);
        int[] labels = alternating(60);
        labels[40] = 2;
        assertThat(Phase.after(3, Arrays.copyOf(labels, 55))).isEqualTo(Phase.DISCOVERY);
        assertThat(Phase.after(3, Arrays.copyOf(labels, 56))).isEqualTo(Phase.REFINEMENT);
    }

    @Test
    void looksOnWhileClassesTurnUp() {
        int[] labels = alternating(16);
        labels[15] = 2;
        assertThat(Phase.after(3, labels)).isEqualTo(Phase.DISCOVERY);
    }

    @Test
    void staysRefiningWhenALateClassTurnsUp() {
        int[] labels = alternating(80);
        labels[79] = 2;
        assertThat(Phase.after(3, labels)).isEqualTo(Phase.REFINEMENT);
    }

    @Test
    void looksOnWhileThereIsOneClass() {
        assertThat(Phase.after(3, new int[60])).isEqualTo(Phase.DISCOVERY);
    }

    private static int[] alternating(int length) {
        return IntStream.range(0, length).map(i -> i % 2).toArray();
    }
}
