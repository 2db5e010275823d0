package org.doubtless.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.doubtless.web.Causes;
import org.doubtless.web.DatabaseProblem;
import org.doubtless.web.Problem;

/**
 * When failed work is tried again by itself. What fails for its content fails again, and so ends at once; what fails for
 * want of something (the database, a disk, memory) may pass.
 */
final class NextTry {
    private static final List<Duration> DELAYS =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final int SERVERS_FAULT = 500;
    // A deadlock, or a wish of the database to be asked again.
    private static final String TO_BE_REPEATED = "40";

    /** The first try included. */
    static final int TRIES = DELAYS.size() + 1;

    private NextTry() {}

    /** How long after this failure the next try comes; empty when there is none. */
    static Optional<Duration> after(Throwable failure, int failedBefore) {
        return failedBefore < DELAYS.size() && mayPass(failure)
                ? Optional.of(DELAYS.get(failedBefore))
                : Optional.empty();
    }

    private static boolean mayPass(Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem.status() >= SERVERS_FAULT;
        }
        if (DatabaseProblem.in(failure) != null) {
            return true;
        }
        return Causes.of(failure)
                .anyMatch(t -> t instanceof OutOfMemoryError
                        || t instanceof IOException
                        || t instanceof UncheckedIOException
                        || t instanceof SQLException sql
                                && String.valueOf(sql.getSQLState()).startsWith(TO_BE_REPEATED));
    }
}
