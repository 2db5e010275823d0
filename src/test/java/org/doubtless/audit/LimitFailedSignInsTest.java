package org.doubtless.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LimitFailedSignInsTest {
    private Instant now = Instant.parse("2026-04-18T08:00:00Z");

    private final LimitFailedSignIns limit = new LimitFailedSignIns(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void leavesOutWhatIsTooMuchForAnHourAndSaysHowMuchItWas() {
        for (int k = 0; k < LimitFailedSignIns.AN_HOUR; k++) {
            assertThat(limit.next()).hasValue(0);
        }
        for (int k = 0; k < 7; k++) {
            assertThat(limit.next()).isEmpty();
        }
        now = now.plus(Duration.ofMinutes(61));
        assertThat(limit.next()).hasValue(7);
        assertThat(limit.next()).hasValue(0);
    }
}
