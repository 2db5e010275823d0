package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.doubtless.account.AccountId;
import org.doubtless.jobs.JobId;
import org.doubtless.jobs.NewJob;
import org.doubtless.jobs.StartJob;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Problem;

/** Starts a round as a visible job, or says why not. */
@ApplicationScoped
public class RequestRound {
    private static final String INSERT = """
            insert into round (project_id, number, cause, state, seed, created_at)
            select ?, coalesce(max(number), 0) + 1, ?, 'waiting', ? + coalesce(max(number), 0), ?
            from round where project_id = ?
            on conflict do nothing
            returning id, number
            """;

    private final AgroalDataSource database;
    private final Projects projects;
    private final StartJob startJob;
    private final Clock clock;

    RequestRound(AgroalDataSource database, Projects projects, StartJob startJob, Clock clock) {
        this.database = database;
        this.projects = projects;
        this.startJob = startJob;
        this.clock = clock;
    }

    /** Starts a round because this person asked for it. */
    @Transactional
    public JobId byHand(ProjectId project, AccountId account) throws SQLException {
        return request(projects.get(project), RoundCause.HAND, account);
    }

    /** Starts a round because enough labels came in. */
    @Transactional
    JobId byLabels(ProjectId project) throws SQLException {
        return request(projects.get(project), RoundCause.LABELS, null);
    }

    private JobId request(Project project, RoundCause cause, AccountId account) throws SQLException {
        try (Connection connection = database.getConnection()) {
            RoundRows.endOrphans(connection, project.id(), clock.instant());
            Readiness readiness = Readiness.of(connection, project.id());
            if (readiness.runningRound() > 0) {
                throw alreadyRunning(readiness.runningRound());
            }
            if (!readiness.canLearn()) {
                throw Problem.conflict("too_few_labels", "No round was started: " + readiness.missing());
            }
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setLong(1, project.id().value());
                insert.setString(2, cause.word());
                insert.setLong(3, project.seed());
                insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
                insert.setLong(5, project.id().value());
                try (ResultSet row = insert.executeQuery()) {
                    if (!row.next()) {
                        // Another request was a moment earlier.
                        throw alreadyRunning(
                                Readiness.of(connection, project.id()).runningRound());
                    }
                    return startJob(connection, project, row.getLong(1), row.getInt(2), account);
                }
            }
        }
    }

    private JobId startJob(Connection connection, Project project, long round, int number, AccountId account)
            throws SQLException {
        JobId job = startJob.start(new NewJob(
                RoundJob.KIND,
                "Round " + number,
                project.id().value(),
                account == null ? null : account.value(),
                Map.of("round", round, "number", number)));
        try (PreparedStatement update = connection.prepareStatement("update round set job_id = ? where id = ?")) {
            update.setLong(1, job.value());
            update.setLong(2, round);
            update.executeUpdate();
        }
        return job;
    }

    private static Problem alreadyRunning(int number) {
        return Problem.conflict(
                "round_running",
                "Round " + number + " is under way. Labels that come in meanwhile start the next one by themselves.");
    }
}
