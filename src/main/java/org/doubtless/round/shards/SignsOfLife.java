package org.doubtless.round.shards;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Lets the database hear now and then of a transaction in which nothing is said for long, because its work is done
 * elsewhere. It is silent when the process is stopped.
 */
final class SignsOfLife {
    static final Duration USUAL_SILENCE = Duration.ofSeconds(30);
    static final Duration USUAL_PACE = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(SignsOfLife.class);
    // One that waits for a busy connection must not silence the others.
    private static final int THREADS = 4;
    private static final ScheduledExecutorService HEART = Executors.newScheduledThreadPool(THREADS, task -> {
        Thread made = new Thread(task, "signs-of-life");
        made.setDaemon(true);
        return made;
    });

    private final Connection connection;
    private ScheduledFuture<?> signs;

    SignsOfLife(Connection connection) {
        this.connection = connection;
    }

    synchronized void begin(Duration pace) {
        signs = HEART.scheduleAtFixedRate(this::give, pace.toNanos(), pace.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** None is given any more when this returns: the connection may go to somebody else. */
    synchronized void end() {
        if (signs != null) {
            signs.cancel(false);
            signs = null;
        }
    }

    private synchronized void give() {
        if (signs == null) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("select");
        } catch (SQLException e) {
            // Whoever works with the row finds out by itself.
            LOG.debugf(e, "No sign of life given");
        }
    }
}
