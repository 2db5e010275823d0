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
    private final int run;
    private final DataSource database;
    private final Clock clock;
    private Instant written = Instant.MIN;
    private String stage = "";
    private Instant stageAt;
    private long done;
    private long total;
    private boolean cancelRequested;
    private boolean lost;
    private final StageTimes times = new StageTimes();

    JobProgress(Job job, DataSource database, Clock clock) {
        this.job = job.id();
        this.run = job.runs();
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

    /** Whether another run has the job by now. */
    synchronized boolean lost() {
        writeIfDue();
        return lost;
    }

    /** The same, asked of the database now. */
    synchronized boolean lostByNow() {
        write();
        return lost;
    }

    void log(String line) {
        log(line, false);
    }

    void logForLeads(String line) {
        log(line, true);
    }

    private void log(String line, boolean forLeads) {
        String sql = "insert into job_log (job_id, at, line, for_leads) values (?, ?, ?, ?)";
        outsideTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setLong(1, job.value());
                insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                insert.setString(3, line);
                insert.setBoolean(4, forLeads);
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
                    "update job set stage = ?, stage_at = ?, done = ?, total = ? where id = ? and runs = ?"
                            + " returning cancel_requested")) {
                update.setString(1, stage);
                update.setObject(2, stageAt == null ? null : stageAt.atOffset(ZoneOffset.UTC));
                update.setLong(3, done);
                update.setLong(4, total);
                update.setLong(5, job.value());
                update.setInt(6, run);
                try (ResultSet row = update.executeQuery()) {
                    boolean ours = row.next();
                    lost = !ours && isThere(connection);
                    // A job whose row went with its project has nobody left to work for.
                    cancelRequested = ours ? row.getBoolean(1) : !lost;
                }
            }
        });
    }

    private boolean isThere(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select from job where id = ?")) {
            query.setLong(1, job.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
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
