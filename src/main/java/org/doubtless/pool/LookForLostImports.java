package org.doubtless.pool;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks each minute for imports that a killed command has left, so that none says "running" until a restart. */
@ApplicationScoped
class LookForLostImports {
    private static final Logger LOG = Logger.getLogger(LookForLostImports.class);

    private final TidyUploads tidy;
    private final boolean serves;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "lost-imports");
        made.setDaemon(true);
        return made;
    });

    /** A command ends too soon to take over anything; only a server looks. */
    LookForLostImports(
            TidyUploads tidy,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
        this.tidy = tidy;
        this.serves = serves;
    }

    void start(@Observes StartupEvent event) {
        if (serves) {
            thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void look() {
        try {
            tidy.resumeLost();
        } catch (IOException | RuntimeException e) {
            LOG.warnf("Imports were not looked at, which is tried again in a minute: %s", e.getMessage());
        }
    }
}
