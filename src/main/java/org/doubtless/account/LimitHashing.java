package org.doubtless.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.doubtless.web.Problem;

/** Lets as many passwords be hashed at once as there are cores: a flood of sign-ins must not stop everything else. */
@ApplicationScoped
class LimitHashing {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Those who wait hold a thread each; more than these are turned away at once. */
    private static final int MOST_WAITING = 16;

    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    String hash(Password password) {
        return run(password::hash);
    }

    <T> T run(Supplier<T> hashing) {
        if (!acquire()) {
            throw Problem.unavailable(
                    "Too many passwords are being checked just now, so yours was not looked at. Try again in a minute.");
        }
        try {
            return hashing.get();
        } finally {
            cores.release();
        }
    }

    private boolean acquire() {
        try {
            return cores.getQueueLength() < MOST_WAITING
                    && cores.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
