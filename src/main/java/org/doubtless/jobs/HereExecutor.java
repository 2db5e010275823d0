package org.doubtless.jobs;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs the jobs that must stay on this machine, two at a time and in order. */
@ApplicationScoped
class HereExecutor {
    private static final Logger LOG = Logger.getLogger(HereExecutor.class);

    private final RunJob runJob;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "job-here");
        thread.setDaemon(true);
        return thread;
    });

    HereExecutor(RunJob runJob) {
        this.runJob = runJob;
    }

    void execute(JobId job) {
        threads.execute(() -> {
            try {
                runJob.run(job);
            } catch (JobHandedBack e) {
                LOG.infof("%s", e.getMessage());
            }
        });
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
            return;
        }
    }
}
