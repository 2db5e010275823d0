package org.doubtless.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AdviceTest {
    private static final ProjectStatus.Model MODEL = new ProjectStatus.Model(3, Instant.EPOCH);

    @Test
    void says_no_split_of_the_doubt_while_it_cannot_be_told() {
        assertThat(with(new ProjectStatus.Doubts(0.1, 0.4, false)))
                .contains("cannot be told apart yet", "below about 100 labels")
                .doesNotContain("%");
    }

    @Test
    void says_the_split_once_it_can_be_told_and_whose_word_it_is() {
        assertThat(with(new ProjectStatus.Doubts(0.1, 0.4, true)))
                .contains("20\u00a0% is model doubt", "80\u00a0% data doubt", "as far as the models tell");
    }

    private static String with(ProjectStatus.Doubts doubts) {
        return Advice.of(1_000, 40, null, MODEL, doubts);
    }
}
