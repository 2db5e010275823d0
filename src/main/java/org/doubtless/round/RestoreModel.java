package org.doubtless.round;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.ActiveLearner;
import org.doubtless.learning.LabelledRows;
import org.doubtless.learning.LearnedModel;
import org.doubtless.model.ModelVersion;
import org.doubtless.model.ModelVersions;
import org.doubtless.project.Project;
import org.doubtless.round.features.PreparePool;
import org.doubtless.round.features.RoundPool;

/** Makes a version's model again from its {@link ModelState}: to the last bit the one that it was. */
@ApplicationScoped
class RestoreModel {
    private final ModelVersions versions;
    private final PreparePool preparePool;
    private final ObjectMapper json;

    RestoreModel(ModelVersions versions, PreparePool preparePool, ObjectMapper json) {
        this.versions = versions;
        this.preparePool = preparePool;
        this.json = json;
    }

    /**
     * A model and what it was learnt from.
     *
     * @param pool with the model's graph; images that came since are beyond it
     */
    record Restored(RoundPool pool, ModelState state, ActiveLearner learner, LabelledRows labelled, LearnedModel model)
            implements AutoCloseable {
        ShareScoring.Learnt learnt() {
            return new ShareScoring.Learnt(pool, model, state);
        }

        @Override
        public void close() {
            model.close();
        }
    }

    /** Close what it returns. */
    Restored restore(JobRun run, Project project, ModelVersion version) throws SQLException, IOException {
        ModelState state = ModelState.fromBytes(json, versions.parameters(version.id()));
        RoundPool pool = preparePool.restore(run, project, state.featureSet(), state.graph());
        LabelledRows labelled = state.labelled(pool);
        ActiveLearner learner = new ActiveLearner(state.settings());
        run.stage("Learning again");
        return new Restored(
                pool,
                state,
                learner,
                labelled,
                learner.learn(pool.prepared(), labelled, run::cancelled, run::progress));
    }
}
