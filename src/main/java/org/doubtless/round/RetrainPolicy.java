package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.doubtless.annotation.AnswersChanged;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;
import org.jboss.logging.Logger;

/**
 * Starts a round by itself after every so many new labels. It looks in a thread of its own, so that no annotator waits
 * for it, and once for any number of answers that come while it looks.
 */
@ApplicationScoped
class RetrainPolicy {
    private static final Logger LOG = Logger.getLogger(RetrainPolicy.class);

    // Counting labels costs more than giving one; nobody notices half a second.
    private static final Duration PACE = Duration.ofMillis(500);

    private final AgroalDataSource database;
    private final RequestRound requestRound;
    private final Clock clock;
    private final Set<ProjectId> pending = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "retrain-policy");
        made.setDaemon(true);
        return made;
    });

    RetrainPolicy(AgroalDataSource database, RequestRound requestRound, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.requestRound = requestRound;
    }

    void answersChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) AnswersChanged event) {
        look(event.project());
    }

    /** Looks soon whether the project is due. */
    void look(ProjectId project) {
        if (pending.add(project)) {
            thread.schedule(
                    () -> {
                        pending.remove(project);
                        startIfDue(project);
                    },
                    PACE.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void startIfDue(ProjectId project) {
        try {
            if (isDue(project)) {
                requestRound.byLabels(project);
            }
        } catch (Problem e) {
            LOG.debugf("Project %s starts no round: %s", project, e.detail());
        } catch (SQLException | RuntimeException e) {
            // The next answer looks again.
            LOG.warnf("Project %s was not looked at for a round: %s", project, e.getMessage());
        }
    }

    private boolean isDue(ProjectId project) throws SQLException {
        try (Connection connection = database.getConnection()) {
            RoundRows.endOrphans(connection, project, clock.instant());
            return NewLabels.mayReach(connection, project, retrainAfter(connection, project))
                    && Readiness.of(connection, project).isDue();
        }
    }

    private static int retrainAfter(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select retrain_after from project where id = ?")) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getInt(1) : Integer.MAX_VALUE;
            }
        }
    }
}
