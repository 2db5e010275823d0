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
import java.util.Optional;
import org.doubtless.account.AccountId;
import org.doubtless.jobs.JobId;
import org.doubtless.jobs.NewJob;
import org.doubtless.jobs.StartJob;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.project.Retraining;
import org.doubtless.web.Problem;

/** Starts a round as a visible job, has one follow the round under way, or says why not. */
@ApplicationScoped
public class RequestRound {
    private static final String INSERT = """
            insert into round (project_id, number, cause, state, seed, created_at)
            select ?, coalesce(max(number), 0) + 1, ?, 'waiting', ? + coalesce(max(number), 0), ?
            from round where project_id = ?
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

    /**
     * What became of a request.
     *
     * @param job of the round that starts, or of the one under way
     * @param follows whether another round follows that one
     * @param message the same for a person
     */
    public record Requested(JobId job, boolean follows, String message) {}

    /** Starts a round because this person asked for it. */
    @Transactional
    public Requested byHand(ProjectId project, AccountId account) throws SQLException {
        try (Connection connection = database.getConnection()) {
            decideAlone(connection, project);
            return request(connection, projects.get(project), new WantedRound(RoundCause.HAND, Optional.of(account)));
        }
    }

    /** Starts a round because images came in that none has ranked; with labels or without. */
    @Transactional
    void byImport(ProjectId id) throws SQLException {
        Project project = projects.get(id);
        Retraining.Way way = project.settings().retraining().way();
        if (way == Retraining.Way.PAUSED || way == Retraining.Way.SCHEDULE) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            decideAlone(connection, id);
            request(connection, project, new WantedRound(RoundCause.IMPORT, Optional.empty()));
        }
    }

    /** Takes back the round that was to follow the one under way. */
    @Transactional
    void cancelNext(ProjectId project) throws SQLException {
        try (Connection connection = database.getConnection()) {
            decideAlone(connection, project);
            WantedRound wanted = WantedRound.of(connection, project)
                    .orElseThrow(() -> Problem.conflict(
                            "no_next_round",
                            "No round was to follow in project %s; nothing is changed.".formatted(project)));
            if (wanted.cause() == RoundCause.LABELS) {
                throw Problem.conflict(
                        "next_round_by_labels",
                        "The next round follows because enough new labels are in, and would be back with the next label. Pause training in the settings to stop it.");
            }
            WantedRound.drop(connection, project);
        }
    }

    /** Until the transaction ends, no other process decides about this project's rounds. */
    public static void decideAlone(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended('round', ?))")) {
            lock.setLong(1, project.value());
            lock.execute();
        }
    }

    /** In the transaction of the caller, who decides alone. */
    Requested request(Connection connection, Project project, WantedRound wanted) throws SQLException {
        RoundRows.endOrphans(connection, project.id(), clock.instant());
        Optional<UnderWay> underWay = UnderWay.of(connection, project.id());
        if (underWay.isPresent()) {
            return join(connection, project.id(), underWay.get(), wanted);
        }
        Readiness readiness = Readiness.of(connection, project.id());
        if (!wanted.needsNoLabels() && !readiness.canLearn()) {
            throw Problem.conflict("too_few_labels", "No round was started: " + readiness.missing());
        }
        WantedRound.drop(connection, project.id());
        return start(connection, project, wanted);
    }

    private Requested join(Connection connection, ProjectId project, UnderWay underWay, WantedRound wanted)
            throws SQLException {
        if (!underWay.begun()) {
            return new Requested(
                    underWay.job(),
                    false,
                    "Round %d is about to begin and will learn from all labels there are."
                            .formatted(underWay.number()));
        }
        WantedRound.want(connection, project, wanted, clock.instant());
        return new Requested(
                underWay.job(), true, "Round %d is under way; another follows it.".formatted(underWay.number()));
    }

    private Requested start(Connection connection, Project project, WantedRound wanted) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, project.id().value());
            insert.setString(2, wanted.cause().word());
            insert.setLong(3, project.seed());
            insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setLong(5, project.id().value());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                int number = row.getInt(2);
                JobId job = startJob(connection, project.id(), row.getLong(1), number, wanted);
                return new Requested(job, false, "Round %d starts.".formatted(number));
            }
        }
    }

    private JobId startJob(Connection connection, ProjectId project, long round, int number, WantedRound wanted)
            throws SQLException {
        JobId job = startJob.start(new NewJob(
                RoundJob.KIND,
                "Round " + number,
                project.value(),
                wanted.by().map(AccountId::value).orElse(null),
                Map.of("round", round, "number", number)));
        try (PreparedStatement update = connection.prepareStatement("update round set job_id = ? where id = ?")) {
            update.setLong(1, job.value());
            update.setLong(2, round);
            update.executeUpdate();
        }
        return job;
    }
}
