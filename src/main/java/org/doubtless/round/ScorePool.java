package org.doubtless.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.ImageDoubt;
import org.doubtless.learning.LearnedModel;
import org.doubtless.pool.ImageId;
import org.doubtless.round.features.FeatureRows;
import org.doubtless.round.features.RoundPool;

/** Scores a project's whole pool, some thousand images at a time. */
@ApplicationScoped
class ScorePool {
    private static final int CHUNK = 2_000;

    private final FeatureRows features;

    ScorePool(FeatureRows features) {
        this.features = features;
    }

    List<ScoredImage> score(JobRun run, RoundPool pool, LearnedModel model) throws SQLException {
        int inGraph = pool.images().size();
        int all = inGraph + pool.beyond().size();
        run.stage("Scoring of %,d images".formatted(all));
        List<ScoredImage> scored = new ArrayList<>(all);
        for (int from = 0; from < inGraph; from += CHUNK) {
            run.checkCancelled();
            int to = Math.min(inGraph, from + CHUNK);
            int[] rows = IntStream.range(from, to).toArray();
            add(scored, pool.images().subList(from, to), model.score(rows));
            run.progress(to, all);
        }
        beyond(run, pool, model, pool.beyond(), scored);
        return scored;
    }

    /** Only these of the images beyond the graph. */
    List<ScoredImage> scoreBeyond(JobRun run, RoundPool pool, LearnedModel model, List<ImageId> images)
            throws SQLException {
        List<ScoredImage> scored = new ArrayList<>(images.size());
        beyond(run, pool, model, images, scored);
        return scored;
    }

    private void beyond(JobRun run, RoundPool pool, LearnedModel model, List<ImageId> images, List<ScoredImage> scored)
            throws SQLException {
        int before = scored.size();
        for (int from = 0; from < images.size(); from += CHUNK) {
            run.checkCancelled();
            List<ImageId> chunk = images.subList(from, Math.min(images.size(), from + CHUNK));
            add(scored, chunk, model.score(features.read(pool.set(), chunk)));
            run.progress(scored.size(), before + images.size());
        }
    }

    private static void add(List<ScoredImage> scored, List<ImageId> images, List<ImageDoubt> doubts) {
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
    }
}
