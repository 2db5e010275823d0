package org.doubtless.round;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.doubtless.learning.ActiveLearner;
import org.doubtless.learning.LearnedModel;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.learning.work.Progress;
import org.doubtless.project.LabelSchema;
import org.doubtless.project.Project;
import org.doubtless.project.Projects;
import org.doubtless.round.features.PreparePool;
import org.doubtless.round.features.RoundPool;
import org.doubtless.round.shards.SharedWork;

/** Scores shards for rounds that other processes have: makes their model again, to the last bit, and takes what is left. */
@ApplicationScoped
class HelpWithScores implements SharedWork {
    // Making the model again takes about as long as scoring so many shards.
    private static final int LEAST_SHARDS = 4;

    private final Projects projects;
    private final PreparePool preparePool;
    private final ScoreShards shards;
    private final ShareScoring shareScoring;
    private final ObjectMapper json;
    private final Set<Long> left = new HashSet<>();

    HelpWithScores(
            Projects projects,
            PreparePool preparePool,
            ScoreShards shards,
            ShareScoring shareScoring,
            ObjectMapper json) {
        this.projects = projects;
        this.preparePool = preparePool;
        this.shards = shards;
        this.shareScoring = shareScoring;
        this.json = json;
    }

    @Override
    public String name() {
        return "scores";
    }

    @Override
    @ActivateRequestContext
    public boolean help(BooleanSupplier stopped) throws SQLException, IOException {
        boolean helped = false;
        List<ScoreShards.Scoring> waiting = shards.waiting(LEAST_SHARDS);
        left.retainAll(waiting.stream().map(ScoreShards.Scoring::id).toList());
        for (ScoreShards.Scoring scoring : waiting) {
            // Tried once: whatever goes wrong with one would go wrong every second.
            if (!stopped.getAsBoolean() && left.add(scoring.id())) {
                helped |= help(scoring, stopped);
            }
        }
        return helped;
    }

    private boolean help(ScoreShards.Scoring scoring, BooleanSupplier stopped) throws SQLException, IOException {
        byte[] bytes = shards.state(scoring);
        Optional<Project> project = projects.find(scoring.target().project());
        if (bytes == null || project.isEmpty()) {
            return false;
        }
        ModelState state = ModelState.fromBytes(json, bytes);
        Optional<RoundPool> pool =
                preparePool.kept(scoring.target().project(), state.seed(), state.featureSet(), state.graph());
        if (pool.isEmpty()) {
            return false;
        }
        LabelSchema labels = project.get().labels();
        boolean helped = false;
        try (LearnedModel model = new ActiveLearner(state.settings())
                .learn(pool.get().prepared(), state.labelled(pool.get()), stopped::getAsBoolean, Progress.none())) {
            ShareScoring.Learnt learnt = new ShareScoring.Learnt(pool.get(), model, state);
            while (!stopped.getAsBoolean()
                    && shareScoring.scoreOne(scoring, learnt, labels, stopped::getAsBoolean, scored -> {})) {
                helped = true;
            }
        } catch (CancelledLearning e) {
            return helped;
        }
        return helped;
    }
}
