package org.doubtless.round.shards;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.doubtless.jobs.ReturnMemory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks every second whether another worker's round has shards to be made, and makes some, whenever it comes. */
@ApplicationScoped
class HelpOtherRounds {
    private static final Logger LOG = Logger.getLogger(HelpOtherRounds.class);
    private static final long LOOK_SECONDS = 1;
    private static final long PATIENCE_SECONDS = 5;

    private final boolean worker;
    private final CountDownLatch stopping = new CountDownLatch(1);
    // One each: hours of features in one project are no reason to leave the scores of another alone.
    private final List<Thread> threads;

    HelpOtherRounds(
            @ConfigProperty(name = "doubtless.worker.enabled", defaultValue = "true") boolean worker,
            @All List<SharedWork> works) {
        this.worker = worker;
        this.threads = works.stream()
                .map(work -> new Thread(() -> help(work), "help-with-" + work.name()))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        if (worker) {
            threads.forEach(thread -> {
                thread.setDaemon(true);
                thread.start();
            });
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
    }

    private void help(SharedWork work) {
        try {
            while (!stopping.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
                look(work);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(SharedWork work) {
        try {
            if (work.help(() -> stopping.getCount() == 0)) {
                ReturnMemory.toSystem();
            }
        } catch (SQLException | IOException | RuntimeException | OutOfMemoryError e) {
            // Whose round it is goes on alone, and fails with the same words where it must.
            LOG.debugf(e, "No help with %s for now", work.name());
        }
    }
}
