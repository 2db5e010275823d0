package org.doubtless.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doubtless.web.Problem;

/**
 * Slows down guessing: after {@link #FREE} wrong passwords for one e-mail from one address, a wait. A try counts from its
 * beginning, so that many at once are no way round.
 */
@ApplicationScoped
class SignInThrottle {
    static final int FREE = 5;
    static final Duration WAIT = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST;
        }
    };

    private record Failures(int count, Instant last) {}

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait before the next try; empty when it may be made now. */
    synchronized Optional<Duration> wait(String email, String address) {
        Failures past = failures.get(key(email, address));
        if (past == null || past.count() < FREE) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), past.last().plus(WAIT));
        return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
    }

    /** Counts a try; when it may not be made, counts nothing and says how long to wait. */
    synchronized Optional<Duration> begin(String email, String address) {
        Optional<Duration> wait = wait(email, address);
        if (wait.isEmpty()) {
            count(email, address);
        }
        return wait;
    }

    /** The same, with a problem for whoever must wait. */
    void enter(String email, String address) {
        begin(email, address).ifPresent(wait -> {
            throw new Problem(
                    429,
                    "too_many_attempts",
                    "Too many attempts",
                    "The password was wrong %d times. Wait %d minutes, then try again."
                            .formatted(FREE, wait.toMinutes() + 1));
        });
    }

    private void count(String email, String address) {
        Instant now = clock.instant();
        // Removed first, so that the map's eldest is the one that has been quiet for longest.
        Failures past = failures.remove(key(email, address));
        boolean fresh = past == null || past.last().plus(WAIT).isBefore(now);
        failures.put(key(email, address), new Failures(fresh ? 1 : past.count() + 1, now));
    }

    /** Forgives the tries so far, this one included. */
    synchronized void succeeded(String email, String address) {
        failures.remove(key(email, address));
    }

    private static String key(String email, String address) {
        return address + " " + email;
    }
}
