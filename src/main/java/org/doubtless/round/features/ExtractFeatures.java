package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.doubtless.jobs.JobCancelled;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.features.FitLabelFreeFeatures;
import org.doubtless.learning.features.LabelFreeFeatures;
import org.doubtless.learning.features.PictureSample;
import org.doubtless.learning.training.EncoderSettings;
import org.doubtless.pool.ImageId;
import org.doubtless.project.Project;
import org.doubtless.round.shards.ShardsOfRound;

/**
 * Makes the features that are missing, together with whichever workers help. What is made is kept at once, a shard at a
 * time, so that a killed round goes on where it was.
 */
@ApplicationScoped
class ExtractFeatures {
    // An extractor has seen enough of a pool with so many images; one fitted to fewer is fitted anew once they doubled.
    private static final int ENOUGH = 10_000;

    private final AgroalDataSource database;
    private final StoredPictures pictures;
    private final SetAsideImages setAside;
    private final FeatureSets sets;
    private final FeatureShards shards;
    private final MakeShard makeShard;
    private final SetsUnderWay underWay;
    private final Encoders encoders;
    private final TrainPoolEncoder trainEncoder;
    private final Clock clock;

    ExtractFeatures(
            AgroalDataSource database,
            StoredPictures pictures,
            SetAsideImages setAside,
            FeatureSets sets,
            FeatureShards shards,
            MakeShard makeShard,
            SetsUnderWay underWay,
            Encoders encoders,
            TrainPoolEncoder trainEncoder,
            Clock clock) {
        this.database = database;
        this.pictures = pictures;
        this.setAside = setAside;
        this.sets = sets;
        this.shards = shards;
        this.makeShard = makeShard;
        this.underWay = underWay;
        this.encoders = encoders;
        this.trainEncoder = trainEncoder;
        this.clock = clock;
    }

    /** The project's feature set, which knows every image of the pool when this returns. */
    FeatureSet extract(JobRun run, Project project, List<ImageId> pool) throws SQLException, IOException {
        Optional<EncoderSettings> encoder = encoders.wanted(project.id());
        FeatureSet set = sets.newest(
                        project.id(), encoder.map(EncoderSettings::text).orElse(null))
                .filter(newest -> newest.fittedOn() >= ENOUGH || pool.size() < 2 * newest.fittedOn())
                .orElse(null);
        if (set == null) {
            set = fit(run, project, pool, encoder);
        }
        complete(run, project, set);
        return set;
    }

    /** Makes this set know every image of the pool. */
    void complete(JobRun run, Project project, FeatureSet set) throws SQLException, IOException {
        underWay.enter(set.id());
        try {
            shards.cut(project.id(), set);
            long total = shards.left(set);
            if (total > 0) {
                run.stage("Features of %,d images".formatted(total));
                shardsOf(run, set).makeAll(run, total, "features of this set");
            }
        } catch (JobCancelled e) {
            shards.callOff(set);
            throw e;
        } finally {
            underWay.leave(set.id());
        }
    }

    private ShardsOfRound shardsOf(JobRun run, FeatureSet set) {
        return new ShardsOfRound() {
            @Override
            public boolean makeOne() throws SQLException {
                return makeShard.makeOne(set, run::cancelled);
            }

            @Override
            public long left() throws SQLException {
                return shards.left(set);
            }

            @Override
            public Map<String, Long> makers() throws SQLException {
                return shards.makers(set);
            }
        };
    }

    private FeatureSet fit(JobRun run, Project project, List<ImageId> pool, Optional<EncoderSettings> wanted)
            throws SQLException {
        int processors = Runtime.getRuntime().availableProcessors();
        FitLabelFreeFeatures fit = new FitLabelFreeFeatures(project.seed(), processors);
        if (wanted.isPresent()) {
            run.stage("Reading pictures for an encoder");
            PictureSample sample = reading(
                    project,
                    pool,
                    readable ->
                            PictureSample.take(readable, project.seed(), processors, run::cancelled, run::progress));
            fit = new FitLabelFreeFeatures(
                    project.seed(), processors, trainEncoder.train(run, project, wanted.get(), sample));
        }
        run.stage("Learning what %,d images look like".formatted(pool.size()));
        FitLabelFreeFeatures chosen = fit;
        LabelFreeFeatures fitted =
                reading(project, pool, readable -> chosen.fit(readable, run::cancelled, run::progress));
        return sets.keep(
                project, fitted, pool.size(), wanted.map(EncoderSettings::text).orElse(null));
    }

    /** Whoever dies meanwhile leaves the picture behind that it read. */
    private <T> T reading(Project project, List<ImageId> pool, Function<ReadablePictures, T> work) throws SQLException {
        try (FitAttempt attempt = FitAttempt.begin(database, project.id(), clock)) {
            Set<ImageId> unopened = setAside.among(pool).keySet();
            return work.apply(new ReadablePictures(pictures, pool, unopened, attempt));
        }
    }
}
