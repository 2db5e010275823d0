package org.doubtless.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import org.doubtless.web.Problem;
import org.junit.jupiter.api.Test;

class NextTryTest {
    @Test
    void the_pauses_grow_and_end() {
        IOException full = new IOException("No space left on device");
        assertThat(NextTry.after(full, 0)).contains(Duration.ofSeconds(10));
        assertThat(NextTry.after(full, 1)).contains(Duration.ofMinutes(1));
        assertThat(NextTry.after(full, 2)).contains(Duration.ofMinutes(5));
        assertThat(NextTry.after(full, 3)).isEmpty();
        assertThat(NextTry.TRIES).isEqualTo(4);
    }

    @Test
    void what_is_wanting_may_come_back() {
        assertThat(NextTry.after(new OutOfMemoryError("Java heap space"), 0)).isPresent();
        assertThat(NextTry.after(new IllegalStateException(new SQLException("refused", "08001")), 0))
                .isPresent();
        assertThat(NextTry.after(new SQLException("deadlock detected", "40P01"), 0))
                .isPresent();
        assertThat(NextTry.after(new UncheckedIOException(new IOException("broken pipe")), 0))
                .isPresent();
        assertThat(NextTry.after(Problem.unavailable("The database does not answer."), 0))
                .isPresent();
    }

    @Test
    void what_is_wrong_stays_wrong() {
        assertThat(NextTry.after(Problem.conflict("unreadable", "No image can be read."), 0))
                .isEmpty();
        assertThat(NextTry.after(new IllegalArgumentException("N is 0"), 0)).isEmpty();
        assertThat(NextTry.after(new SQLException("no such column", "42703"), 0))
                .isEmpty();
        assertThat(NextTry.after(new UnsatisfiedLinkError("torch"), 0)).isEmpty();
    }
}
