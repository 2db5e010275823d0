package org.doubtless.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Starts a job: its row and its place in the scheduler are written in the caller's transaction, or neither is. */
@ApplicationScoped
public class StartJob {
    private final JobRepository jobs;
    private final JobKinds kinds;
    private final JobScheduler scheduler;
    private final HereExecutor here;
    private final Event<StartedHere> startedHere;
    private final Clock clock;

    record StartedHere(JobId job) {}

    StartJob(
            JobRepository jobs,
            JobKinds kinds,
            JobScheduler scheduler,
            HereExecutor here,
            Event<StartedHere> startedHere,
            Clock clock) {
        this.jobs = jobs;
        this.kinds = kinds;
        this.scheduler = scheduler;
        this.here = here;
        this.startedHere = startedHere;
        this.clock = clock;
    }

    @Transactional
    public JobId start(NewJob request) {
        JobKind kind = kinds.named(request.kind());
        Job job = new Job(request, clock.instant());
        jobs.persistAndFlush(job);
        if (kind.staysHere()) {
            startedHere.fire(new StartedHere(job.id()));
        } else {
            scheduler.schedule(job.id(), clock.instant());
        }
        return job.id();
    }

    /** Runs on this machine a job that must stay here and that a process that is gone has left unfinished. */
    public void resumeHere(JobId job) {
        here.execute(job);
    }

    void runHere(@Observes(during = TransactionPhase.AFTER_SUCCESS) StartedHere started) {
        here.execute(started.job());
    }
}
