package org.doubtless.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** How many failed sign-ins an hour are written down one by one: who guesses passwords shall not fill the disk with it. */
@ApplicationScoped
class LimitFailedSignIns {
    static final int AN_HOUR = 60;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Clock clock;
    private Instant since = Instant.MIN;
    private int written;
    private int leftOut;

    LimitFailedSignIns(Clock clock) {
        this.clock = clock;
    }

    /** Whether one more may be written, and then how many were left out since the last one that was. */
    synchronized OptionalInt next() {
        Instant now = clock.instant();
        if (since.isBefore(now.minus(HOUR))) {
            since = now;
            written = 0;
        }
        if (written == AN_HOUR) {
            leftOut++;
            return OptionalInt.empty();
        }
        written++;
        int before = leftOut;
        leftOut = 0;
        return OptionalInt.of(before);
    }
}
