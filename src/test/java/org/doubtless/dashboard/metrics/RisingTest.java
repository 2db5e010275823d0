package org.doubtless.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RisingTest {
    private final Rising rising = new Rising();
    private final List<String> rounds = List.of("published");

    @Test
    void what_goes_stays_counted() {
        assertThat(rising.of(rounds, 7)).isEqualTo(7);
        assertThat(rising.of(rounds, 4)).as("a project of three went").isEqualTo(7);
        assertThat(rising.of(rounds, 5)).isEqualTo(8);
        assertThat(rising.of(rounds, 0)).isEqualTo(8);
        assertThat(rising.of(List.of("kept"), 2)).as("each by itself").isEqualTo(2);
    }
}
