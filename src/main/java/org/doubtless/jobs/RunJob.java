package org.doubtless.jobs;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.doubtless.web.DatabaseProblem;
import org.doubtless.web.LogIds;
import org.doubtless.web.Problem;
import org.jboss.logging.Logger;

/** Runs one job from its row to its end, whatever that end is. */
@ApplicationScoped
class RunJob {
    private static final Logger LOG = Logger.getLogger(RunJob.class);

    private static final int MOST_DEATHS = 5;

    private final JobRepository jobs;
    private final JobKinds kinds;
    private final AgroalDataSource database;
    private final ProcessStop stop;
    private final Event<JobCalledOff> calledOff;
    private final Clock clock;

    RunJob(
            JobRepository jobs,
            JobKinds kinds,
            AgroalDataSource database,
            ProcessStop stop,
            Event<JobCalledOff> calledOff,
            Clock clock) {
        this.jobs = jobs;
        this.kinds = kinds;
        this.database = database;
        this.stop = stop;
        this.calledOff = calledOff;
        this.clock = clock;
    }

    @ActivateRequestContext
    void run(JobId id) {
        Optional<Job> begun =
                QuarkusTransaction.requiringNew().call(() -> jobs.lock(id).filter(job -> job.begin(clock.instant())));
        if (begun.isEmpty()) {
            return;
        }
        try (LogIds ids = ids(begun.get())) {
            if (begun.get().deaths() >= MOST_DEATHS) {
                giveUp(begun.get());
            } else {
                run(begun.get());
            }
        } finally {
            ReturnMemory.toSystem();
        }
    }

    private void giveUp(Job job) {
        String why =
                ("The worker died %d times while it did this%s. Its log, or the file worker-crash-….log in the data"
                                + " folder, says more. Try the job again by hand once the cause is gone.")
                        .formatted(job.deaths(), job.stage().isEmpty() ? "" : ", last at: " + job.stage());
        LOG.errorf("Job %s is given up: %s", job.id(), why);
        new JobProgress(job, database, clock).log(why);
        QuarkusTransaction.requiringNew().run(() -> {
            jobs.lock(job.id()).ifPresent(locked -> locked.end(JobState.FAILED, why, null, clock.instant()));
            calledOff.fire(new JobCalledOff(job.id(), JobState.FAILED));
        });
    }

    private void handBack(JobRun run) {
        QuarkusTransaction.requiringNew().run(() -> ours(run).ifPresent(Job::handBack));
    }

    /** The job, unless another run has it by now; whoever comes back from a long silence changes nothing. */
    private Optional<Job> ours(JobRun run) {
        Optional<Job> job = jobs.lock(run.id());
        if (job.isPresent() && job.get().runs() != run.number()) {
            throw new JobLost(run.id());
        }
        return job;
    }

    /** Whatever is logged meanwhile says of what job it is. */
    private static LogIds ids(Job job) {
        Map<String, Object> ids = new LinkedHashMap<>();
        ids.put("project", job.project().orElse(null));
        ids.put("round", job.parameters().get("round"));
        ids.put("job", job.id());
        return LogIds.put(ids);
    }

    private void run(Job begun) {
        JobId id = begun.id();
        JobProgress progress = new JobProgress(begun, database, clock);
        JobKind kind = kinds.named(begun.kind());
        JobRun run = new JobRun(begun, progress, stop, !kind.staysHere());
        LOG.infof("Job %s (%s) begins: %s", id, begun.kind(), begun.title());
        try {
            kind.run(run);
            end(run, progress, JobState.DONE, null);
        } catch (JobLost e) {
            LOG.warn(e.getMessage());
            throw e;
        } catch (JobHandedBack e) {
            progress.log("The process stops; the work goes back and begins again elsewhere or after the restart.");
            handBack(run);
            throw e;
        } catch (JobCancelled e) {
            progress.log("Cancelled.");
            end(run, progress, JobState.CANCELLED, null);
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            if (stop.begun()) {
                // Whatever failed, it failed because everything is being closed. The row stays running, as after a
                // death.
                throw new JobHandedBack(id);
            }
            run.checkHandedBack();
            String why = words(e);
            run.nextTry(e).ifPresent(delay -> putOff(run, progress, delay, why));
            LOG.errorf(e, "Job %s failed", id);
            progress.log(why);
            end(run, progress, JobState.FAILED, why);
        }
    }

    private void putOff(JobRun run, JobProgress progress, Duration delay, String why) {
        progress.flush();
        Instant until = clock.instant().plus(delay);
        Job job = QuarkusTransaction.requiringNew().call(() -> {
            Job locked = ours(run).orElseThrow();
            locked.putOff(until, why);
            return locked;
        });
        String next = "Try %d of %d follows in %d s, because this one failed: %s"
                .formatted(job.tries() + 1, NextTry.TRIES, delay.toSeconds(), why);
        progress.log(next);
        LOG.warnf("Job %s: %s", run.id(), next);
        throw new JobPutOff(run.id(), until);
    }

    private void end(JobRun run, JobProgress progress, JobState state, String failure) {
        progress.flush();
        Map<String, Object> result = new HashMap<>(run.result());
        if (!progress.stageSeconds().isEmpty()) {
            result.put("stageSeconds", progress.stageSeconds());
        }
        QuarkusTransaction.requiringNew().run(() -> ours(run)
                .ifPresent(job -> job.end(state, failure, result.isEmpty() ? null : result, clock.instant())));
        LOG.infof("Job %s: %s", run.id(), state.word());
    }

    private static String words(Throwable e) {
        if (e instanceof Problem problem) {
            return problem.detail();
        }
        Problem database = DatabaseProblem.in(e);
        if (database != null) {
            return database.detail();
        }
        return "It failed unexpectedly (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                + "). Start it again; if it fails again, tell your administrator.";
    }
}
