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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.project.Retraining;

/** Decides whether a project's next round is due, and starts it; any number of processes may ask at once. */
@ApplicationScoped
class StartDueRound {
    // Those whose rows a round that publishes holds are due at the next look.
    private static final String TIME_HAS_COME = """
            select retrain_at from project
            where id = ? and retraining = 'schedule' and retrain_at <= ? for no key update skip locked
            """;

    private static final String NEWS = """
            select exists (select from annotation where project_id = ? and purpose in ('answer', 'adjudication') and id > (select coalesce(max(snapshot), 0)
                           from round where project_id = ? and state not in ('failed', 'cancelled')))
                or coalesce((select imported_at from image where project_id = ? order by id desc limit 1)
                            > (select max(created_at) from round
                               where project_id = ? and state not in ('failed', 'cancelled')), true)
            """;

    private final AgroalDataSource database;
    private final Projects projects;
    private final RequestRound requestRound;
    private final Clock clock;

    StartDueRound(AgroalDataSource database, Projects projects, RequestRound requestRound, Clock clock) {
        this.database = database;
        this.projects = projects;
        this.requestRound = requestRound;
        this.clock = clock;
    }

    /** Starts the project's next round, or has it follow the one under way, if something wants it. */
    @Transactional
    void startIfDue(ProjectId id) throws SQLException {
        Optional<Project> project = projects.find(id);
        if (project.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            if (!mayBeDue(connection, project.get())) {
                return;
            }
            RequestRound.decideAlone(connection, id);
            RoundRows.endOrphans(connection, id, clock.instant());
            Optional<WantedRound> wanted = wanted(connection, project.get());
            // A wish that cannot be met yet stays; the next label looks again.
            if (wanted.isPresent()
                    && (wanted.get().needsNoLabels()
                            || Readiness.of(connection, id).canLearn())) {
                requestRound.request(connection, project.get(), wanted.get());
            }
        }
    }

    /** The projects that want a round now whatever their labels are. */
    List<ProjectId> waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select id from project where retraining = 'schedule' and retrain_at <= ?")) {
            query.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            List<ProjectId> due = new ArrayList<>(WantedRound.projects(connection));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    due.add(new ProjectId(row.getLong(1)));
                }
            }
            return due;
        }
    }

    /** Cheap, for it is asked after every answer. */
    private static boolean mayBeDue(Connection connection, Project project) throws SQLException {
        Retraining retraining = project.settings().retraining();
        int fewest = retraining.way() == Retraining.Way.LABELS ? retraining.after() : LabelsNeeded.FEWEST;
        boolean byLabels = retraining.way() == Retraining.Way.LABELS || retraining.way() == Retraining.Way.GROWS;
        return byLabels && NewLabels.mayReach(connection, project.id(), fewest)
                || retraining.way() == Retraining.Way.SCHEDULE
                || WantedRound.of(connection, project.id()).isPresent();
    }

    private Optional<WantedRound> wanted(Connection connection, Project project) throws SQLException {
        Retraining retraining = project.settings().retraining();
        Optional<WantedRound> wanted = WantedRound.of(connection, project.id());
        if (wanted.isPresent()
                && wanted.get().cause() != RoundCause.HAND
                && retraining.way() == Retraining.Way.PAUSED) {
            WantedRound.drop(connection, project.id());
            return Optional.empty();
        }
        if (retraining.way() == Retraining.Way.SCHEDULE && timeHasCome(connection, project)) {
            return wanted.or(() -> Optional.of(new WantedRound(RoundCause.SCHEDULE, Optional.empty())));
        }
        if (wanted.isPresent()) {
            return wanted;
        }
        OptionalInt needed = LabelsNeeded.of(connection, project.id(), retraining, false);
        return needed.isPresent() && NewLabels.ofActiveArm(connection, project.id()) >= needed.getAsInt()
                ? Optional.of(new WantedRound(RoundCause.LABELS, Optional.empty()))
                : Optional.empty();
    }

    /** Moves the timetable on; false as well when there is nothing that the newest round has not seen. */
    private boolean timeHasCome(Connection connection, Project project) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TIME_HAS_COME)) {
            query.setLong(1, project.id().value());
            query.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
            }
        }
        try (PreparedStatement update = connection.prepareStatement("update project set retrain_at = ? where id = ?")) {
            update.setObject(
                    1,
                    project.settings()
                            .retraining()
                            .timetable()
                            .next(clock.instant())
                            .atOffset(ZoneOffset.UTC));
            update.setLong(2, project.id().value());
            update.executeUpdate();
        }
        return hasNews(connection, project.id());
    }

    private static boolean hasNews(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEWS)) {
            for (int parameter = 1; parameter <= 4; parameter++) {
                query.setLong(parameter, project.value());
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
