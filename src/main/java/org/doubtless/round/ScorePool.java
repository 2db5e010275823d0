package org.doubtless.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.ImageDoubt;
import org.doubtless.learning.LearnedModel;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.pool.ImageId;
import org.doubtless.round.features.FeatureRows;
import org.doubtless.round.features.ImagePlaces;
import org.doubtless.round.features.RoundPool;

/** Scores a project's whole pool in a stream, some thousand images at a time. */
@ApplicationScoped
class ScorePool {
    private static final int CHUNK = 2_000;
    // Looking for places copies the whole graph's features once a chunk.
    private static final int CHUNK_BEYOND = 10_000;

    private final FeatureRows features;
    private final ImagePlaces places;

    ScorePool(FeatureRows features, ImagePlaces places) {
        this.features = features;
        this.places = places;
    }

    /** Takes scores as they come; nothing is kept of those that it has let go. */
    interface Sink {
        void take(List<ScoredImage> scored) throws SQLException, IOException;

        /** Both take them. */
        default Sink and(Sink other) {
            return scored -> {
                take(scored);
                other.take(scored);
            };
        }
    }

    void score(JobRun run, RoundPool pool, LearnedModel model, Sink sink) throws SQLException, IOException {
        int inGraph = pool.images().size();
        int all = inGraph + pool.beyond().size();
        run.stage("Scoring of %,d images".formatted(all));
        for (int from = 0; from < inGraph; from += CHUNK) {
            run.checkCancelled();
            int to = Math.min(inGraph, from + CHUNK);
            int[] rows = IntStream.range(from, to).toArray();
            sink.take(scored(pool.images().subList(from, to), model.score(rows)));
            run.progress(to, all);
        }
        beyond(run, pool, model, pool.beyond(), sink, inGraph);
    }

    /** Only these of the images beyond the graph. */
    void scoreBeyond(JobRun run, RoundPool pool, LearnedModel model, List<ImageId> images, Sink sink)
            throws SQLException, IOException {
        beyond(run, pool, model, images, sink, 0);
    }

    private void beyond(JobRun run, RoundPool pool, LearnedModel model, List<ImageId> images, Sink sink, int before)
            throws SQLException, IOException {
        for (int from = 0; from < images.size(); from += CHUNK_BEYOND) {
            run.checkCancelled();
            List<ImageId> chunk = images.subList(from, Math.min(images.size(), from + CHUNK_BEYOND));
            FeatureMatrix rows = features.read(pool.set(), chunk);
            sink.take(scored(chunk, model.score(rows, places.of(run, pool, chunk, rows))));
            run.progress(before + from + chunk.size(), before + images.size());
        }
    }

    private static List<ScoredImage> scored(List<ImageId> images, List<ImageDoubt> doubts) {
        List<ScoredImage> scored = new ArrayList<>(doubts.size());
        for (int i = 0; i < doubts.size(); i++) {
            ImageDoubt doubt = doubts.get(i);
            scored.add(new ScoredImage(
                    images.get(i),
                    doubt.total(),
                    doubt.aleatoric(),
                    doubt.epistemic(),
                    doubt.prediction(),
                    doubt.probabilities()));
        }
        return scored;
    }
}
