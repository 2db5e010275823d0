package org.doubtless.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** db-scheduler, wired: every job is one execution of one task, named by the job's id. */
@ApplicationScoped
class JobScheduler {
    // A job's failure is written into its row; what comes as far as the library failed even at that.
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(JobScheduler.class);

    private final JobsConfig config;
    private final Scheduler scheduler;
    private final OneTimeTask<Void> task;
    private final Clock clock;

    JobScheduler(JobsConfig config, AgroalDataSource database, RunJob runJob, Clock clock) {
        this.clock = clock;
        this.config = config;
        this.task = Tasks.oneTime("job")
                .onFailure(this::again)
                .execute((instance, context) -> runJob.run(JobId.fromString(instance.getId())));
        this.scheduler = Scheduler.create(database, task)
                .threads(config.threads())
                .schedulerName(new SchedulerName.Fixed(WorkerName.own()))
                .pollingInterval(Duration.ofSeconds(1))
                // A killed worker's jobs are taken over after heartbeat × missed, and two more until somebody looks: 12
                // to
                // 18 s.
                .heartbeatInterval(Duration.ofSeconds(3))
                .missedHeartbeatsLimit(4)
                // What matters is told below.
                .failureLogging(LogLevel.DEBUG, false)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            scheduler.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (config.enabled()) {
            scheduler.stop();
        }
    }

    /** False when it is scheduled already. */
    boolean schedule(JobId job, Instant when) {
        return scheduler.scheduleIfNotExists(task.instance(job.toString()), when);
    }

    /** Left to itself, the library would let whatever did not end well lie for five minutes. */
    private void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Throwable cause = complete.getCause().orElse(null);
        Instant when;
        if (cause instanceof JobLost) {
            // Its place in the scheduler is the other's.
            return;
        }
        if (cause instanceof JobHandedBack) {
            when = clock.instant();
        } else if (cause instanceof JobPutOff putOff) {
            when = putOff.until();
        } else {
            LOG.warnf(
                    cause,
                    "Job %s is begun again, because its end could not be written",
                    complete.getExecution().taskInstance.getId());
            when = clock.instant().plus(AFTER_A_FAILURE);
        }
        operations.reschedule(complete, when);
    }
}
