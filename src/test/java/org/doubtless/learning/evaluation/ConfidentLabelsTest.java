package org.doubtless.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ConfidentLabelsTest {
    @Test
    void aThresholdIsTheMeanProbabilityOfTheLabelAndOneAboveItCounts() {
        float[][] probabilities_NC = {
            {0.9f, 0.1f, 0}, {0.7f, 0.3f, 0}, {0.2f, 0.8f, 0}, {0.3f, 0.7f, 0}, {0.85f, 0.15f, 0}
        };
        int[] labels_N = {0, 0, 1, 1, 1};
        ConfidentLabels found = ConfidentLabels.of(probabilities_NC, 1, labels_N);
        // By hand: (0.9 + 0.7) / 2, and (0.8 + 0.7 + 0.15) / 3.
        assertThat(found.thresholds()[0]).isEqualTo(0.8, Assertions.within(1e-6));
        assertThat(found.thresholds()[1]).isEqualTo(0.55, Assertions.within(1e-6));
        assertThat(found.thresholds()[2]).isInfinite();
        assertThat(found.likely(4)).isZero();
        for (int n = 0; n < 4; n++) {
            assertThat(found.likely(n)).isEqualTo(ConfidentLabels.NONE);
        }
    }

    @Test
    void aClassOfWhichTheModelIsAlwaysUnsureIsNotAccused() {
        // The likeliest class differs from the label, but it is below what its own labels have.
        float[][] probabilities_NC = {{0.99f, 0.01f}, {0.97f, 0.03f}, {0.6f, 0.4f}, {0.55f, 0.45f}};
        ConfidentLabels found = ConfidentLabels.of(probabilities_NC, 1, 0, 0, 1, 1);
        assertThat(found.likely(2)).isEqualTo(ConfidentLabels.NONE);
        assertThat(found.likely(3)).isEqualTo(ConfidentLabels.NONE);
    }

    @Test
    void refusesLabelsThatDoNotFit() {
        assertThatThrownBy(() -> ConfidentLabels.of(new float[2][2], 1, 0)).hasMessageContaining("give one each");
    }

    @Test
    void neitherAccusesForAClassWithTooFewLabelsNorOfIt() {
        float[][] probabilities_NC = {
            {0.5f, 0.3f, 0.2f},
            {0.9f, 0.1f, 0},
            {0.9f, 0.05f, 0.05f},
            {0.1f, 0.9f, 0},
            {0.2f, 0.8f, 0},
            {0.95f, 0, 0.05f}
        };
        // The third class has one label, of probability 0.05: without the bound the first image would reach it.
        ConfidentLabels found = ConfidentLabels.of(probabilities_NC, 2, 1, 0, 0, 1, 1, 2);
        assertThat(found.thresholds()[2]).isInfinite();
        assertThat(found.likely(0)).isEqualTo(ConfidentLabels.NONE);
        assertThat(found.likely(5)).isEqualTo(ConfidentLabels.NONE);
    }
}
