package org.doubtless.round.features;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.features.FitLabelFreeFeatures;
import org.doubtless.learning.features.HalfRow;
import org.doubtless.learning.features.LabelFreeFeatures;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.files.RefusedFile;
import org.doubtless.project.Project;

/**
 * Makes the features that are missing. What is made is kept at once, some hundred images at a time, so that a killed
 * round goes on where it was.
 */
@ApplicationScoped
class ExtractFeatures {
    private static final int CHUNK = 256;
    // An extractor has seen enough of a pool with so many images; one fitted to fewer is fitted anew once they doubled.
    private static final int ENOUGH = 10_000;

    private final StoredPictures pictures;
    private final FeatureSets sets;
    private final FeatureRows rows;

    ExtractFeatures(StoredPictures pictures, FeatureSets sets, FeatureRows rows) {
        this.pictures = pictures;
        this.sets = sets;
        this.rows = rows;
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
        List<ImageId> missing = rows.missing(project.id(), set);
        if (!missing.isEmpty()) {
            run.stage("Features of %,d images".formatted(missing.size()));
            for (int from = 0; from < missing.size(); from += CHUNK) {
                run.checkCancelled();
                List<ImageId> chunk = missing.subList(from, Math.min(missing.size(), from + CHUNK));
                rows.keep(set, extract(set.extractor(), chunk));
                run.progress(from + chunk.size(), missing.size());
            }
        }
    }

    private FeatureSet fit(JobRun run, Project project, List<ImageId> pool) throws SQLException {
        run.stage("Learning what %,d images look like".formatted(pool.size()));
        LabelFreeFeatures fitted = new FitLabelFreeFeatures(
                        project.seed(), Runtime.getRuntime().availableProcessors())
                .fit(new ReadablePictures(pictures, pool), run::cancelled, run::progress);
        return sets.keep(project.id(), fitted, pool.size(), project.seed());
    }

    private List<FeatureRows.Kept> extract(LabelFreeFeatures extractor, List<ImageId> images) throws SQLException {
        return pictures.load(images).parallelStream()
                .map(stored -> {
                    try {
                        return new FeatureRows.Kept(
                                stored.image(), HalfRow.toBytes(extractor.extract(pictures.decode(stored))), null);
                    } catch (RefusedFile | RuntimeException e) {
                        return new FeatureRows.Kept(stored.image(), null, String.valueOf(e.getMessage()));
                    }
                })
                .toList();
    }
}
