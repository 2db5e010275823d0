package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingSettingsTest {
    private static final TrainingSettings USUAL = TrainingSettings.defaults();

    @Test
    void sees_each_label_as_often_as_it_says_within_its_bounds() {
        assertThat(USUAL.steps(20)).isEqualTo(300);
        assertThat(USUAL.steps(240)).isEqualTo(240 * 80 / 32);
        assertThat(USUAL.steps(10_000)).isEqualTo(1_500);
    }

    @Test
    void a_number_of_steps_holds_for_any_number_of_labels() {
        TrainingSettings fixed = USUAL.withSteps(700);

        assertThat(fixed.steps(1)).isEqualTo(700);
        assertThat(fixed.steps(60_000)).isEqualTo(700);
    }

    @Test
    void epochs_know_no_most_steps_and_keep_the_fewest() {
        TrainingSettings thorough = USUAL.withSteps(1_500).withEpochs(400);

        assertThat(thorough.steps(20)).isEqualTo(1_500);
        assertThat(thorough.steps(250)).isEqualTo(3_125);
        assertThat(thorough.steps(4_001)).isEqualTo((4_001 * 400 + 31) / 32);
    }
}
