package org.doubtless.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import org.doubtless.web.Problem;

/** Begins a failed job again because a person wants it, with as many tries as a new one. */
@ApplicationScoped
public class RetryJob {
    private final JobRepository jobs;
    private final JobKinds kinds;
    private final JobScheduler scheduler;
    private final Clock clock;

    RetryJob(JobRepository jobs, JobKinds kinds, JobScheduler scheduler, Clock clock) {
        this.jobs = jobs;
        this.kinds = kinds;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Transactional
    public void retry(JobId id) throws SQLException {
        Job job = jobs.lock(id).orElseThrow(() -> Problem.notFound("job", id, "It may have gone with its project."));
        if (job.state() != JobState.FAILED) {
            throw Problem.conflict(
                    "job_not_failed",
                    "Job %s is %s; only a failed job can be tried again."
                            .formatted(id, job.state().word()));
        }
        JobKind kind = kinds.named(job.kind());
        if (kind.staysHere()) {
            throw Problem.conflict(
                    "job_files_gone",
                    "Job %s cannot be tried again, because its files are gone with it. Send them again; what was taken already is skipped."
                            .formatted(id));
        }
        kind.prepareAgain(job);
        job.again();
        if (!scheduler.schedule(id, clock.instant())) {
            throw Problem.conflict(
                    "job_just_ended", "Job %s has only just failed. Try again in a second.".formatted(id));
        }
    }
}
