package org.doubtless.round.features;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks every second whether another worker's round has shards to be made, and makes some, whenever it comes. */
@ApplicationScoped
class HelpWithFeatures {
    private static final Logger LOG = Logger.getLogger(HelpWithFeatures.class);
    private static final long LOOK_SECONDS = 1;
    private static final long PATIENCE_SECONDS = 5;

    private final boolean worker;
    private final FeatureShards shards;
    private final FeatureSets sets;
    private final MakeShard makeShard;
    private final SetsUnderWay underWay;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::help, "help-with-features");

    HelpWithFeatures(
            @ConfigProperty(name = "doubtless.worker.enabled", defaultValue = "true") boolean worker,
            FeatureShards shards,
            FeatureSets sets,
            MakeShard makeShard,
            SetsUnderWay underWay) {
        this.worker = worker;
        this.shards = shards;
        this.sets = sets;
        this.makeShard = makeShard;
        this.underWay = underWay;
    }

    void start(@Observes StartupEvent event) {
        if (worker) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    private void help() {
        try {
            while (!stopping.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            for (FeatureShards.Waiting waiting : shards.waiting()) {
                Optional<FeatureSet> set =
                        unneeded(waiting.set()) ? Optional.empty() : sets.find(waiting.project(), waiting.set());
                if (set.isPresent()) {
                    help(set.get());
                }
            }
        } catch (SQLException | RuntimeException | OutOfMemoryError e) {
            // Whose round it is goes on alone, and fails with the same words where it must.
            LOG.debugf(e, "No help with features for now");
        }
    }

    private void help(FeatureSet set) throws SQLException {
        while (!unneeded(set.id()) && makeShard.makeOne(set, () -> stopping.getCount() == 0)) {
            LOG.debugf("Made a shard of feature set %d", set.id());
        }
    }

    private boolean unneeded(long set) {
        return stopping.getCount() == 0 || underWay.contains(set);
    }
}
