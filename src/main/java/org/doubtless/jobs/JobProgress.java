package org.doubtless.jobs;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Writes one job's progress, a few times a second at most, each time in a transaction of its own so that others see it
 * while the job's own transaction is open. A report that cannot be written is dropped: the work is worth more.
 */
final class JobProgress {
    private static final Logger LOG = Logger.getLogger(JobProgress.class);
    private static final Duration PACE = Duration.ofMillis(250);

    private final JobId job;
    private final DataSource database;
    private final Clock clock;
    private Instant written = Instant.MIN;
    private String stage = "";
    private Instant stageAt;
    private long done;
    private long total;
    private boolean cancelRequested;
    private final StageTimes times = new StageTimes();

    JobProgress(JobId job, DataSource database, Clock clock) {
        this.job = job;
        this.database = database;
        this.clock = clock;
    }

    synchronized void stage(String name) {
        stage = name;
        stageAt = clock.instant();
        times.begin(name, stageAt);
        done = 0;
        total = 0;
        write();
        log(name);
    }

    synchronized void report(long newDone, long newTotal) {
        done = newDone;
        total = newTotal;
        writeIfDue();
    }

    synchronized boolean cancelRequested() {
        writeIfDue();
        return cancelRequested;
    }

    void log(String line) {
        outsideTransaction(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into job_log (job_id, at, line) values (?, ?, ?)")) {
                insert.setLong(1, job.value());
                insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                insert.setString(3, line);
                insert.executeUpdate();
            }
        });
    }

    /** Writes what is held back; called once when the job ends. */
    synchronized void flush() {
        times.end(clock.instant());
        write();
    }

    /** How long it was at each stage, in seconds. */
    synchronized Map<String, Double> stageSeconds() {
        return times.seconds();
    }

    private void writeIfDue() {
        if (written.isBefore(clock.instant().minus(PACE))) {
            write();
        }
    }

    private void write() {
        written = clock.instant();
        outsideTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update job set stage = ?, stage_at = ?, done = ?, total = ? where id = ?"
                            + " returning cancel_requested")) {
                update.setString(1, stage);
                update.setObject(2, stageAt == null ? null : stageAt.atOffset(ZoneOffset.UTC));
                update.setLong(3, done);
                update.setLong(4, total);
                update.setLong(5, job.value());
                try (ResultSet row = update.executeQuery()) {
                    // A job whose row went with its project has nobody left to work for.
                    cancelRequested = !row.next() || row.getBoolean(1);
                }
            }
        });
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void outsideTransaction(Work work) {
        try {
            QuarkusTransaction.suspendingExisting().run(() -> {
                try (Connection connection = database.getConnection()) {
                    work.on(connection);
                } catch (SQLException e) {
                    LOG.warnf("Progress of job %s was not written: %s", job, e.getMessage());
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf("Progress of job %s was not written: %s", job, e.getMessage());
        }
    }
}
