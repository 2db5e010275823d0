package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.doubtless.jobs.JobCancelled;
import org.doubtless.jobs.JobRun;
import org.doubtless.jobs.WorkerName;
import org.doubtless.learning.features.FitLabelFreeFeatures;
import org.doubtless.learning.features.LabelFreeFeatures;
import org.doubtless.pool.ImageId;
import org.doubtless.project.Project;

/**
 * Makes the features that are missing, together with whichever workers help. What is made is kept at once, a shard at a
 * time, so that a killed round goes on where it was.
 */
@ApplicationScoped
class ExtractFeatures {
    // An extractor has seen enough of a pool with so many images; one fitted to fewer is fitted anew once they doubled.
    private static final int ENOUGH = 10_000;
    private static final long LOOK_MILLIS = 100;

    private final AgroalDataSource database;
    private final StoredPictures pictures;
    private final SetAsideImages setAside;
    private final FeatureSets sets;
    private final FeatureShards shards;
    private final MakeShard makeShard;
    private final SetsUnderWay underWay;
    private final Clock clock;

    ExtractFeatures(
            AgroalDataSource database,
            StoredPictures pictures,
            SetAsideImages setAside,
            FeatureSets sets,
            FeatureShards shards,
            MakeShard makeShard,
            SetsUnderWay underWay,
            Clock clock) {
        this.database = database;
        this.pictures = pictures;
        this.setAside = setAside;
        this.sets = sets;
        this.shards = shards;
        this.makeShard = makeShard;
        this.underWay = underWay;
        this.clock = clock;
    }

    /** The project's feature set, which knows every image of the pool when this returns. */
    FeatureSet extract(JobRun run, Project project, List<ImageId> pool) throws SQLException {
        FeatureSet set = sets.newest(project.id())
                .filter(newest -> newest.fittedOn() >= ENOUGH || pool.size() < 2 * newest.fittedOn())
                .orElse(null);
        if (set == null) {
            set = fit(run, project, pool);
        }
        complete(run, project, set);
        return set;
    }

    /** Makes this set know every image of the pool. */
    void complete(JobRun run, Project project, FeatureSet set) throws SQLException {
        underWay.enter(set.id());
        try {
            shards.cut(project.id(), set);
            long total = shards.left(set);
            if (total > 0) {
                run.stage("Features of %,d images".formatted(total));
                make(run, set, total);
            }
        } catch (JobCancelled e) {
            shards.callOff(set);
            throw e;
        } finally {
            underWay.leave(set.id());
        }
    }

    /** Takes shards like everybody else, and waits for those that others have. */
    private void make(JobRun run, FeatureSet set, long total) throws SQLException {
        Set<String> known = new HashSet<>(shards.makers(set).keySet());
        known.add(WorkerName.own());
        long looked = System.nanoTime();
        for (long left = total; left > 0; ) {
            run.checkCancelled();
            boolean made = makeShard.makeOne(set, run::cancelled);
            if (!made) {
                pause();
            }
            if (!made || System.nanoTime() - looked > TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
                left = shards.left(set);
                run.progress(total - left, total);
                shards.makers(set).keySet().stream()
                        .filter(known::add)
                        .forEach(worker -> run.log("Worker %s helps".formatted(worker)));
                looked = System.nanoTime();
            }
        }
        Map<String, Long> makers = shards.makers(set);
        if (makers.size() > 1) {
            run.log("%d workers made the features of this set: %s"
                    .formatted(
                            makers.size(),
                            makers.entrySet().stream()
                                    .map(maker -> "%s of %,d images".formatted(maker.getKey(), maker.getValue()))
                                    .collect(Collectors.joining(", "))));
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while other workers make features", e);
        }
    }

    private FeatureSet fit(JobRun run, Project project, List<ImageId> pool) throws SQLException {
        run.stage("Learning what %,d images look like".formatted(pool.size()));
        try (FitAttempt attempt = FitAttempt.begin(database, project.id(), clock)) {
            Set<ImageId> unopened = setAside.among(pool).keySet();
            LabelFreeFeatures fitted = new FitLabelFreeFeatures(
                            project.seed(), Runtime.getRuntime().availableProcessors())
                    .fit(new ReadablePictures(pictures, pool, unopened, attempt), run::cancelled, run::progress);
            return sets.keep(project.id(), fitted, pool.size(), project.seed());
        }
    }
}
