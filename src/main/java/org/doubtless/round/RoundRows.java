package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.doubtless.jobs.JobCalledOff;
import org.doubtless.jobs.JobRun;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;

/** The rows of the rounds and their states: waiting → running → published, kept (its model is worse than the
 * published one), failed or cancelled. */
@ApplicationScoped
class RoundRows {
    private final AgroalDataSource database;
    private final Event<RoundEnded> ended;
    private final Clock clock;

    /** Fired in the transaction that ends a round which published nothing; the one that follows waits for its success. */
    record RoundEnded(ProjectId project) {}

    RoundRows(AgroalDataSource database, Event<RoundEnded> ended, Clock clock) {
        this.database = database;
        this.ended = ended;
        this.clock = clock;
    }

    /** Marks the round as running; a round that a dead worker left running begins again. False when it has ended. */
    @Transactional
    boolean begin(long round) throws SQLException {
        // The labels it is about to see count as seen even when it fails, or it would begin anew at once and for ever.
        String sql = "update round set state = 'running', snapshot = (select coalesce(max(id), 0) from annotation"
                + " where project_id = round.project_id) where id = ? and state in ('waiting', 'running')";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, round);
            return update.executeUpdate() == 1;
        }
    }

    /** Ends the round of a run that still has its job. */
    @Transactional
    void end(long round, JobRun run, String state) throws SQLException {
        end(round, run.number(), state);
    }

    private void end(long round, int run, String state) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("update round set state = ?, finished_at = ?"
                        + " where id = ? and state in ('waiting', 'running')"
                        + " and job_id in (select id from job where runs = ?) returning project_id")) {
            update.setString(1, state);
            update.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            update.setLong(3, round);
            update.setInt(4, run);
            try (ResultSet row = update.executeQuery()) {
                if (row.next()) {
                    ended.fire(new RoundEnded(new ProjectId(row.getLong(1))));
                }
            }
        }
    }

    /** A round whose job ends while no worker has it ends with it. */
    void calledOff(@Observes JobCalledOff event) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select r.id, j.runs from round r join job j on j.id = r.job_id where j.id = ?")) {
            query.setLong(1, event.job().value());
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    end(row.getLong(1), row.getInt(2), event.how().word());
                }
            }
        }
    }

    /** Lets a failed round wait again, in the caller's transaction, unless another has come since. */
    void reopen(ProjectId project, long round) throws SQLException {
        String sql = "update round set state = 'waiting', finished_at = null where id = ? and state = 'failed'"
                + " and not exists (select from round later where later.project_id = ? and later.number > round.number)";
        try (Connection connection = database.getConnection()) {
            RequestRound.decideAlone(connection, project);
            endOrphans(connection, project, clock.instant());
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setLong(1, round);
                update.setLong(2, project.value());
                if (update.executeUpdate() == 0) {
                    throw Problem.conflict(
                            "round_overtaken",
                            "This round cannot be tried again, because another round of project %s has come since. Start a new one."
                                    .formatted(project));
                }
            }
        }
    }

    /** Ends the rounds whose job has ended without them, so that they do not stand in the way of the next. */
    static void endOrphans(Connection connection, ProjectId project, Instant now) throws SQLException {
        String sql = "update round set state = 'failed', finished_at = ? where project_id = ?"
                + " and state in ('waiting', 'running')"
                + " and (job_id is null or job_id in (select id from job where state in ('done', 'failed', 'cancelled')))";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setLong(2, project.value());
            update.executeUpdate();
        }
    }

    long seed(long round) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select seed from round where id = ?")) {
            query.setLong(1, round);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
