package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.jobs.JobCancelled;
import org.doubtless.jobs.JobHandedBack;
import org.doubtless.jobs.JobKind;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.LearnerSettings;
import org.doubtless.learning.StreamedLearner;
import org.doubtless.learning.evaluation.Evaluation;
import org.doubtless.learning.features.PixelFeatures;
import org.doubtless.learning.training.TrainedModel;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.model.ModelVersionId;
import org.doubtless.model.ModelVersions.NewModel;
import org.doubtless.pool.ImageId;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.queue.NextQueue;
import org.jboss.logging.Logger;

/** One round, stage by stage: snapshot, learn, evaluate, score, rank, publish. */
@ApplicationScoped
class RoundJob implements JobKind {
    static final String KIND = "round";
    private static final Logger LOG = Logger.getLogger(RoundJob.class);

    private final AgroalDataSource database;
    private final Projects projects;
    private final PoolPixels pixels;
    private final ScorePool scorePool;
    private final PublishRound publishRound;
    private final RoundRows rounds;
    private final RetrainPolicy policy;
    private final Clock clock;

    RoundJob(
            AgroalDataSource database,
            Projects projects,
            PoolPixels pixels,
            ScorePool scorePool,
            PublishRound publishRound,
            RoundRows rounds,
            RetrainPolicy policy,
            Clock clock) {
        this.database = database;
        this.projects = projects;
        this.pixels = pixels;
        this.scorePool = scorePool;
        this.publishRound = publishRound;
        this.rounds = rounds;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws Exception {
        ProjectId project = new ProjectId(run.project().orElseThrow());
        long round = ((Number) run.parameters().get("round")).longValue();
        if (!rounds.begin(round)) {
            run.log("The round had ended before; nothing is left to do.");
            return;
        }
        try {
            turn(run, projects.get(project), round);
            // Labels that came during the round may be enough for the next.
            policy.look(project);
        } catch (JobHandedBack e) {
            throw e;
        } catch (JobCancelled | CancelledLearning e) {
            run.checkHandedBack();
            rounds.end(round, "cancelled");
            run.checkCancelled();
            throw e;
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            run.checkHandedBack();
            rounds.end(round, "failed");
            throw e;
        }
    }

    private void turn(JobRun run, Project project, long round) throws SQLException, IOException {
        Instant begun = clock.instant();
        LearnerSettings settings = settings(project, rounds.seed(round));
        StreamedLearner learner = new StreamedLearner(settings);

        run.stage("Snapshot of the labels");
        Snapshot snapshot = snapshot(project);
        run.log("%d labels to learn from, %d on the control arm to measure by"
                .formatted(snapshot.training().size(), snapshot.control().size()));

        run.stage("Learning from %d labels".formatted(snapshot.training().size()));
        PixelFeatures features = new PixelFeatures(pixels.shapeOf(project.id()));
        TrainedModel model = learner.learn(
                pixels.trainingSet(
                        snapshot.trainingLabels(), features, project.labels().size()),
                features.shape(),
                run::cancelled,
                (done, total) -> run.progress(done, total));
        Duration learning = Duration.between(begun, clock.instant());

        run.stage("Evaluation on %d control images".formatted(snapshot.control().size()));
        Evaluation evaluation = evaluate(learner, model, snapshot, features);

        ScorePool.Scored scored = scorePool.score(run, project, learner, model, features);

        run.stage("Publication of the model and the new queue");
        Map<String, Object> provenance =
                Origin.of(snapshot, settings, model, learning, Duration.between(begun, clock.instant()));
        PublishRound.Harvest harvest = new PublishRound.Harvest(
                round,
                new NewModel(project.id(), model.toBytes(), Measured.metrics(snapshot, evaluation), provenance),
                scored.images(),
                scored.queue(),
                snapshot);
        ModelVersionId version = publishRound.publish(project.id(), harvest);
        tidy(project.id());
        report(run, evaluation, scored, version);
    }

    /** Measures the model on the control arm; null where nothing there is labelled. */
    private Evaluation evaluate(StreamedLearner learner, TrainedModel model, Snapshot snapshot, PixelFeatures features)
            throws SQLException {
        Map<ImageId, Integer> labels = snapshot.controlLabels();
        PoolPixels.Chunk control = pixels.readAll(List.copyOf(labels.keySet()), features);
        return control.images().isEmpty()
                ? null
                : learner.evaluate(
                        model,
                        control.features(),
                        control.images().stream().mapToInt(labels::get).toArray());
    }

    private LearnerSettings settings(Project project, long seed) {
        return LearnerSettings.network(seed).withSamples(project.settings().samples());
    }

    private Snapshot snapshot(Project project) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Snapshot.take(connection, project.id(), project.labels());
        }
    }

    private void tidy(ProjectId project) {
        try (Connection connection = database.getConnection()) {
            NextQueue.deleteOld(connection, project);
            ScoreTable.dropOld(connection, project);
        } catch (SQLException e) {
            // The next round tidies up after this one, too.
            LOG.warnf("Old queue entries and scores of project %s stay for now: %s", project, e.getMessage());
        }
    }

    private static void report(JobRun run, Evaluation evaluation, ScorePool.Scored scored, ModelVersionId version) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("model", version.value());
        result.put("queue", scored.queue().size());
        result.put("scored", scored.images().size());
        result.put("setAside", scored.setAside());
        result.forEach(run::result);
        run.log("Published: %d images in the new queue%s"
                .formatted(
                        scored.queue().size(),
                        evaluation == null
                                ? ""
                                : ", accuracy %.1f %%"
                                        .formatted(100 * evaluation.accuracy().value())));
    }
}
