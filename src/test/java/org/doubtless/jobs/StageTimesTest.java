package org.doubtless.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageTimesTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void stages_of_one_name_add_up_whatever_their_numbers() {
        StageTimes times = new StageTimes();
        times.begin("Features of 1,234 images", START);
        times.begin("Publication", START.plusMillis(500));
        times.begin("Features of 7 images", START.plusMillis(700));
        times.end(START.plusMillis(1700));
        times.end(START.plusMillis(9000));
        assertThat(times.seconds()).isEqualTo(Map.of("Features of images", 1.5, "Publication", 0.2));
    }
}
