package org.doubtless.round.shards;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.doubtless.support.TestPeople;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HeldRowTest {
    private static final String TAKE = "select id from account where id = ? for no key update skip locked";
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    AgroalDataSource database;

    @Inject
    TestPeople people;

    @Test
    void what_a_silent_holder_has_is_free_again_and_what_a_living_one_has_is_not() throws Exception {
        long one = people.person("One").id().value();
        long other = people.person("Other").id().value();
        HeldRow living = take(one, OFTEN).orElseThrow();
        HeldRow silent = take(other, NEVER).orElseThrow();
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            Optional<HeldRow> again = take(other, OFTEN);
            while (again.isEmpty()) {
                assertThat(System.nanoTime()).as("it stays held").isLessThan(deadline);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                again = take(other, OFTEN);
            }
            again.get().close();
            assertThat(take(one, OFTEN)).isEmpty();
        } finally {
            living.close();
            try {
                silent.close();
            } catch (SQLException e) {
                // Its connection is gone, as it must be.
            }
        }
        take(one, OFTEN).orElseThrow().close();
    }

    private Optional<HeldRow> take(long row, Duration pace) throws SQLException {
        return HeldRow.take(database, SILENCE, pace, TAKE, row, (held, found) -> held);
    }
}
