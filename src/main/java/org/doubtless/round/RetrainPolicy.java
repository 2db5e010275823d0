package org.doubtless.round;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.doubtless.annotation.AnswersChanged;
import org.doubtless.pool.PoolGrew;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectChanged;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.jboss.logging.Logger;

/**
 * Looks whether rounds are due: after answers and imports, when a round ends, when settings change, and from time to time for what
 * no event tells (the timetable, a process that is gone). It looks in a thread of its own, so that no annotator waits
 * for it, and once for any number of answers that come while it looks.
 */
@ApplicationScoped
class RetrainPolicy {
    private static final Logger LOG = Logger.getLogger(RetrainPolicy.class);

    // Counting labels costs more than giving one; nobody notices half a second.
    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration FROM_TIME_TO_TIME = Duration.ofSeconds(5);

    private final StartDueRound startDueRound;
    private final RequestRound requestRound;
    private final Projects projects;
    private final Set<ProjectId> pending = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "retrain-policy");
        made.setDaemon(true);
        return made;
    });

    RetrainPolicy(StartDueRound startDueRound, RequestRound requestRound, Projects projects) {
        this.startDueRound = startDueRound;
        this.requestRound = requestRound;
        this.projects = projects;
    }

    void start(@Observes StartupEvent event) {
        long every = FROM_TIME_TO_TIME.toMillis();
        thread.scheduleWithFixedDelay(this::lookAround, every, every, TimeUnit.MILLISECONDS);
        // What came in just before the last process went.
        thread.execute(this::lookAtAll);
    }

    void answersChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) AnswersChanged event) {
        look(event.project());
    }

    void projectChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProjectChanged event) {
        look(event.project());
    }

    void roundEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoundRows.RoundEnded event) {
        look(event.project());
    }

    void poolGrew(@Observes PoolGrew event) {
        if (!thread.isShutdown()) {
            thread.execute(() -> rankNew(event.project()));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** Looks soon whether the project is due. */
    void look(ProjectId project) {
        if (!thread.isShutdown() && pending.add(project)) {
            thread.schedule(
                    () -> {
                        pending.remove(project);
                        startIfDue(project);
                    },
                    PACE.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void lookAround() {
        try {
            startDueRound.waiting().forEach(this::startIfDue);
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("Nobody looked which rounds are due: %s", e.getMessage());
        }
    }

    private void lookAtAll() {
        try {
            QuarkusTransaction.requiringNew()
                    .call(() -> projects.all().stream().map(Project::id).toList())
                    .forEach(this::startIfDue);
        } catch (RuntimeException e) {
            LOG.warnf("The projects were not looked at for rounds: %s", e.getMessage());
        }
    }

    private void rankNew(ProjectId project) {
        try {
            requestRound.byImport(project);
        } catch (SQLException | RuntimeException e) {
            // The images stay spread among the others, and the next round ranks them.
            LOG.warnf("New images of project %s are not ranked yet: %s", project, e.getMessage());
        }
    }

    private void startIfDue(ProjectId project) {
        try {
            startDueRound.startIfDue(project);
        } catch (SQLException | RuntimeException e) {
            // The next answer looks again.
            LOG.warnf("Project %s was not looked at for a round: %s", project, e.getMessage());
        }
    }
}
