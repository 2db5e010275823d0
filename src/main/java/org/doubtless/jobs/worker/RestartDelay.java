package org.doubtless.jobs.worker;

import java.time.Duration;

/** How long to wait before another worker is started: 1 s, twice as long after each that dies soon, 60 s at most. */
final class RestartDelay {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** One that lived so long was in order, and what ended it is another matter. */
    private static final Duration IN_ORDER = Duration.ofMinutes(5);

    private Duration next = FIRST;

    Duration after(Duration lived) {
        if (lived.compareTo(IN_ORDER) >= 0) {
            next = FIRST;
        }
        Duration delay = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return delay;
    }
}
