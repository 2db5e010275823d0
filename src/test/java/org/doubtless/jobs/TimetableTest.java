package org.doubtless.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.doubtless.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
    @ParameterizedTest
    @CsvSource({
        "0 2 * * *,       UTC,           2026-03-02T12:00:00Z, 2026-03-03T02:00:00Z",
        "0 2 * * *,       '',            2026-03-02T01:59:59Z, 2026-03-02T02:00:00Z",
        "0 2 * * *,       Europe/Berlin, 2026-03-02T12:00:00Z, 2026-03-03T01:00:00Z",
        "0 2 * * *,       Europe/Berlin, 2026-07-02T12:00:00Z, 2026-07-03T00:00:00Z",
        "30 12 * * MON-FRI, UTC,         2026-03-06T13:00:00Z, 2026-03-09T12:30:00Z",
        "' */15  * * * * ', UTC,         2026-03-06T13:00:00Z, 2026-03-06T13:15:00Z"
    })
    void its_next_time_is_that_of_its_zone(String cron, String zone, Instant now, Instant next) {
        assertThat(Timetable.of(cron, zone).next(now)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "abc,         but we expect one of [5]",
        "0 2 * *,     contains 4 parts",
        "0 2 * * * *, contains 6 parts",
        "0 25 * * *,  Value 25 not in range [0; 23]",
        "0 2 30 2 *,  names no time that ever comes",
        "-,           names no time that ever comes",
        "'',          Empty expression"
    })
    void a_schedule_that_is_none_is_refused_with_the_reason(String cron, String why) {
        assertThatThrownBy(() -> Timetable.of(cron, "UTC"))
                .hasMessageContaining("The schedule '" + cron + "' cannot be used")
                .hasMessageContaining(why.replace(';', ','))
                .hasMessageContaining("0 2 * * *")
                .extracting(problem -> ((Problem) problem).code())
                .isEqualTo("schedule");
    }

    @Test
    void a_time_zone_that_there_is_not_is_refused_by_name() {
        assertThatThrownBy(() -> Timetable.of("0 2 * * *", "Mars/Olympus"))
                .hasMessageContaining("Mars/Olympus")
                .extracting(problem -> ((Problem) problem).code())
                .isEqualTo("time_zone");
    }
}
