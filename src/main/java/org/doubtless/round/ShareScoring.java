package org.doubtless.round;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.LearnedModel;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.pool.ImageId;
import org.doubtless.project.LabelSchema;
import org.doubtless.project.Project;
import org.doubtless.round.features.RoundPool;
import org.doubtless.round.shards.ShardsOfRound;

/** Scores a project's whole pool, a large one together with whichever workers help. */
@ApplicationScoped
class ShareScoring {
    private final AgroalDataSource database;
    private final ScorePool scorePool;
    private final ScoreShards shards;
    private final OthersScores others;
    private final ObjectMapper json;
    private final int shardImages;

    ShareScoring(
            AgroalDataSource database,
            ScorePool scorePool,
            ScoreShards shards,
            OthersScores others,
            ObjectMapper json,
            ShardConfig config) {
        this.database = database;
        this.scorePool = scorePool;
        this.shards = shards;
        this.others = others;
        this.json = json;
        this.shardImages = config.shardImages();
    }

    /** A model of a pool, and what makes it again elsewhere. */
    record Learnt(RoundPool pool, LearnedModel model, ModelState state) {}

    /** Writes the scores of all images, finished, and tells the rest of the round what it needs of them. */
    void score(JobRun run, Project project, Learnt learnt, StagedScores staged, ScoresInMind scored)
            throws SQLException, IOException {
        RoundPool pool = learnt.pool();
        int all = pool.images().size() + pool.beyond().size();
        run.stage("Scoring of %,d images".formatted(all));
        if (all <= shardImages) {
            ScorePool.Sink sink = reporting(run, all, staged.and(scored));
            scorePool.score(pool, learnt.model(), pool.images(), run::cancelled, sink);
            scorePool.score(pool, learnt.model(), pool.beyond(), run::cancelled, sink);
            staged.finish();
            return;
        }
        List<List<ImageId>> cut = new ArrayList<>(ScorePool.cut(pool.images(), shardImages));
        cut.addAll(ScorePool.cut(pool.beyond(), shardImages));
        ScoreShards.Target target = new ScoreShards.Target(project.id(), staged.model(), run.number());
        ScoreShards.Scoring scoring =
                shards.keep(run.id(), target, learnt.state().toBytes(json), cut);
        try {
            shardsOf(run, scoring, learnt, project.labels(), scored).makeAll(run, all, "scores");
            staged.finish();
            others.read(scoring, project.labels(), scored.measuredBy(), scored);
        } finally {
            shards.forget(scoring);
        }
    }

    /** Only these of the images beyond the graph, in this process. */
    void scoreBeyond(JobRun run, RoundPool pool, LearnedModel model, List<ImageId> images, ScorePool.Sink sink)
            throws SQLException, IOException {
        scorePool.score(pool, model, images, run::cancelled, reporting(run, images.size(), sink));
    }

    /** Scores a shard that nobody has; false where there is none. */
    boolean scoreOne(
            ScoreShards.Scoring scoring,
            Learnt learnt,
            LabelSchema labels,
            Cancellation cancellation,
            ScorePool.Sink sink)
            throws SQLException, IOException {
        Optional<TakenScores> taken = TakenScores.take(database, scoring, labels);
        if (taken.isEmpty()) {
            return false;
        }
        try (TakenScores shard = taken.get()) {
            scorePool.score(learnt.pool(), learnt.model(), shard.images(), cancellation, shard.and(sink));
            shard.keep();
            return true;
        }
    }

    private ShardsOfRound shardsOf(
            JobRun run, ScoreShards.Scoring scoring, Learnt learnt, LabelSchema labels, ScorePool.Sink sink) {
        return new ShardsOfRound() {
            @Override
            public boolean makeOne() throws SQLException, IOException {
                return scoreOne(scoring, learnt, labels, run::cancelled, sink);
            }

            @Override
            public long left() throws SQLException {
                return shards.left(scoring);
            }

            @Override
            public Map<String, Long> makers() throws SQLException {
                return shards.makers(scoring);
            }
        };
    }

    private static ScorePool.Sink reporting(JobRun run, int all, ScorePool.Sink sink) {
        int[] done = {0};
        return scored -> {
            sink.take(scored);
            done[0] += scored.size();
            run.progress(done[0], all);
            run.checkCancelled();
        };
    }
}
