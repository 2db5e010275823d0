package org.doubtless.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.doubtless.account.AccountId;
import org.doubtless.jobs.Jobs;
import org.doubtless.jobs.NewJob;
import org.doubtless.jobs.StartJob;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.web.Problem;

/** Lets the oracle label a demo project at some speed, another speed, or no more. */
@ApplicationScoped
class SetOraclePace {
    private static final int MOST = 3000;

    private final Projects projects;
    private final Jobs jobs;
    private final StartJob startJob;

    SetOraclePace(Projects projects, Jobs jobs, StartJob startJob) {
        this.projects = projects;
        this.jobs = jobs;
        this.startJob = startJob;
    }

    @Transactional
    void set(ProjectId project, AccountId by, int perMinute) {
        if (!projects.get(project).demo()) {
            throw Problem.conflict(
                    "not_a_demo", "Project " + project + " is no demo: nobody but its people knows its labels.");
        }
        if (perMinute < 0 || perMinute > MOST) {
            throw Problem.badRequest(
                    "per_minute",
                    "The oracle cannot give " + perMinute + " labels a minute; ask for 0 to " + MOST + ".");
        }
        // The truth is kept aside once all is drawn; before, the oracle could tell nothing.
        if (perMinute > 0 && jobs.unfinished(project.value(), DrawDemoJob.KIND).isPresent()) {
            throw Problem.conflict(
                    "demo_running",
                    "The images of project " + project
                            + " are still being drawn. Let the oracle label when all are in.");
        }
        jobs.unfinished(project.value(), OracleJob.KIND).ifPresent(job -> jobs.requestCancel(job.id()));
        if (perMinute > 0) {
            startJob.start(new NewJob(
                    OracleJob.KIND,
                    "Oracle, " + perMinute + " labels a minute",
                    project.value(),
                    by.value(),
                    Map.of("perMinute", perMinute)));
        }
    }

    /** Labels a minute, or 0 while the oracle rests. */
    int current(ProjectId project) {
        return jobs.unfinished(project.value(), OracleJob.KIND)
                .filter(job -> !job.cancelRequested())
                .map(job -> ((Number) job.parameters().get("perMinute")).intValue())
                .orElse(0);
    }
}
