package org.doubtless.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartDelayTest {
    private final RestartDelay delay = new RestartDelay();

    @Test
    void each_that_dies_soon_doubles_the_wait_up_to_a_minute() {
        assertThat(IntStream.range(0, 9)
                        .mapToLong(death -> delay.after(Duration.ofSeconds(3)).toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void one_that_lived_for_five_minutes_is_followed_at_once() {
        IntStream.range(0, 9).forEach(death -> delay.after(Duration.ZERO));
        assertThat(delay.after(Duration.ofSeconds(299))).isEqualTo(Duration.ofSeconds(60));
        assertThat(delay.after(Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(1));
        assertThat(delay.after(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(2));
    }
}
