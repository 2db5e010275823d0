package org.doubtless.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-18T08:00:00Z"));
    private final SignInThrottle throttle = new SignInThrottle(new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.begin("ada@example.org", "10.0.0.1")).isEmpty();
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Test
    void waitsAfterFiveFailuresAndForgetsInTime() {
        fail(4);
        assertThat(throttle.wait("ada@example.org", "10.0.0.1")).isEmpty();
        fail(1);
        assertThat(throttle.wait("ada@example.org", "10.0.0.1")).contains(SignInThrottle.WAIT);
        pass(Duration.ofMinutes(4));
        assertThat(throttle.wait("ada@example.org", "10.0.0.1")).contains(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(1));
        assertThat(throttle.wait("ada@example.org", "10.0.0.1")).isEmpty();
        pass(Duration.ofSeconds(1));
        fail(4);
        assertThat(throttle.wait("ada@example.org", "10.0.0.1")).isEmpty();
    }

    @Test
    void aTryCountsBeforeItsPasswordIsLookedAt() {
        fail(5);
        assertThat(throttle.begin("ada@example.org", "10.0.0.1")).contains(SignInThrottle.WAIT);
    }

    @Test
    void leavesOtherPeopleAndOtherAddressesAlone() {
        fail(5);
        assertThat(throttle.wait("bob@example.org", "10.0.0.1")).isEmpty();
        assertThat(throttle.wait("ada@example.org", "10.0.0.2")).isEmpty();
    }

    @Test
    void aSuccessForgivesTheFailuresBefore() {
        fail(4);
        throttle.succeeded("ada@example.org", "10.0.0.1");
        fail(4);
        assertThat(throttle.wait("ada@example.org", "10.0.0.1")).isEmpty();
    }
}
