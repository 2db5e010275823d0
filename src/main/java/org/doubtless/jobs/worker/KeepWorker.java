package org.doubtless.jobs.worker;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.doubtless.jobs.ReleaseJobs;
import org.jboss.logging.Logger;

/** Keeps one worker process alive beside this web server, and ends it with it. */
@ApplicationScoped
public class KeepWorker {
    private static final Logger LOG = Logger.getLogger(KeepWorker.class);
    // Longer than a worker waits for its jobs, shorter than the database waits for its clients.
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final WorkerCommand command;
    private final ReleaseJobs releaseJobs;
    private final Clock clock;
    private final RestartDelay delay = new RestartDelay();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile WorkerState state = WorkerState.elsewhere();
    private Process process;

    KeepWorker(WorkerCommand command, ReleaseJobs releaseJobs, Clock clock) {
        this.command = command;
        this.releaseJobs = releaseJobs;
        this.clock = clock;
    }

    /** Starts the worker, and another whenever it dies; returns at once. */
    public void keep() {
        Thread watch = new Thread(this::watch, "worker-watch");
        watch.setDaemon(true);
        watch.start();
    }

    public WorkerState state() {
        return state;
    }

    private void watch() {
        try {
            do {
                Instant started = clock.instant();
                String how = untilItEnds();
                if (stopping.getCount() == 0) {
                    return;
                }
                Instant now = clock.instant();
                Duration wait = delay.after(Duration.between(started, now));
                state = state.died(how, now, now.plus(wait));
                LOG.errorf(
                        "The worker process died: %s. The web server goes on; another worker starts in %d s",
                        how, wait.toSeconds());
                if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } while (true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs one worker; how it ended. */
    private String untilItEnds() throws InterruptedException {
        Process started;
        synchronized (this) {
            if (stopping.getCount() == 0) {
                return "";
            }
            try {
                started = command.start();
            } catch (IOException e) {
                return "it could not be started (" + e.getMessage() + ")";
            }
            process = started;
        }
        state = state.running(started.pid(), clock.instant());
        LOG.infof("Worker process %d started", started.pid());
        int status = started.waitFor();
        releaseJobs.ofProcess(started.pid());
        return WorkerState.words(status);
    }

    /** Lets the worker hand its work back, as it does by itself when its input ends. */
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        Process last;
        synchronized (this) {
            stopping.countDown();
            last = process;
        }
        if (last == null) {
            return;
        }
        try {
            last.getOutputStream().close();
        } catch (IOException e) {
            // It is gone already.
        }
        if (!last.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warnf("Worker process %d did not end within %d s and is killed", last.pid(), PATIENCE.toSeconds());
            last.destroyForcibly().waitFor();
        }
    }
}
