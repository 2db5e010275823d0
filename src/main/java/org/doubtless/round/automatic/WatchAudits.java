package org.doubtless.round.automatic;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.doubtless.annotation.AnswersChanged;
import org.doubtless.project.ProjectChanged;
import org.doubtless.project.ProjectId;
import org.jboss.logging.Logger;

/**
 * Looks, after answers and changed settings, whether automatic labels must go: because their audit contradicts them, or
 * their rule was switched off. From time to time it looks at all that stand, for what a process that is gone has missed.
 */
@ApplicationScoped
class WatchAudits {
    private static final Logger LOG = Logger.getLogger(WatchAudits.class);
    private static final Duration PACE = Duration.ofMillis(300);
    private static final Duration FROM_TIME_TO_TIME = Duration.ofSeconds(30);

    private final AgroalDataSource database;
    private final StopRule stopRule;
    private final Set<ProjectId> pending = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "watch-audits");
        made.setDaemon(true);
        return made;
    });

    WatchAudits(AgroalDataSource database, StopRule stopRule) {
        this.database = database;
        this.stopRule = stopRule;
    }

    void start(@Observes StartupEvent event) {
        long every = FROM_TIME_TO_TIME.toMillis();
        thread.scheduleWithFixedDelay(this::lookAround, every, every, TimeUnit.MILLISECONDS);
    }

    void answersChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) AnswersChanged event) {
        look(event.project());
    }

    void projectChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProjectChanged event) {
        look(event.project());
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** Looks soon, once for any number of answers. */
    private void look(ProjectId project) {
        if (!thread.isShutdown() && pending.add(project)) {
            thread.schedule(
                    () -> {
                        pending.remove(project);
                        check(project);
                    },
                    PACE.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void check(ProjectId project) {
        try {
            if (standing().contains(project)) {
                stopRule.endWhatMustNotStand(project);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("The automatic labels of project %s were not looked at: %s", project, e.getMessage());
        }
    }

    private void lookAround() {
        try {
            standing().forEach(this::check);
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Nobody looked at the automatic labels: %s", e.getMessage());
        }
    }

    private List<ProjectId> standing() throws SQLException {
        List<ProjectId> projects = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select id from project where automatic_set is not null");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                projects.add(new ProjectId(row.getLong(1)));
            }
        }
        return projects;
    }
}
