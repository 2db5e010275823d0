package org.doubtless.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;

/** db-scheduler, wired: every job is one execution of one task, named by the job's id. */
@ApplicationScoped
class JobScheduler {
    private final JobsConfig config;
    private final Scheduler scheduler;
    private final OneTimeTask<Void> task;

    JobScheduler(JobsConfig config, AgroalDataSource database, RunJob runJob) {
        this.config = config;
        this.task = Tasks.oneTime("job").execute((instance, context) -> runJob.run(JobId.fromString(instance.getId())));
        this.scheduler = Scheduler.create(database, task)
                .threads(config.threads())
                .schedulerName(new SchedulerName.Fixed(
                        hostName() + "-" + ProcessHandle.current().pid()))
                .pollingInterval(Duration.ofSeconds(1))
                // A killed worker's jobs are taken over after heartbeat × missed: about 20 s.
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
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

    void schedule(JobId job, Instant when) {
        scheduler.scheduleIfNotExists(task.instance(job.toString()), when);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "host";
        }
    }
}
