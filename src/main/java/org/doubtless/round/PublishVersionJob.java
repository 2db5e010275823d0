package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.jobs.JobKind;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.model.ModelVersion;
import org.doubtless.model.ModelVersions;
import org.doubtless.pool.ImageId;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.queue.NextQueue;
import org.doubtless.queue.SetQueueMark;
import org.doubtless.round.automatic.Verdict;
import org.doubtless.web.Problem;

/**
 * Publishes a version that was made before. Its model is made again, to rank the queue as its round would and to score
 * what the database has no scores of: everything where they were dropped, else the images that came since.
 */
@ApplicationScoped
class PublishVersionJob implements JobKind {
    static final String KIND = "publish";

    private final AgroalDataSource database;
    private final Projects projects;
    private final ModelVersions versions;
    private final RestoreModel restoreModel;
    private final ShareScoring shareScoring;
    private final ScoreTable scores;
    private final SetQueueMark setQueueMark;
    private final PublishVersion publishVersion;
    private final ForgetOldModels forgetOldModels;

    PublishVersionJob(
            AgroalDataSource database,
            Projects projects,
            ModelVersions versions,
            RestoreModel restoreModel,
            ShareScoring shareScoring,
            ScoreTable scores,
            SetQueueMark setQueueMark,
            PublishVersion publishVersion,
            ForgetOldModels forgetOldModels) {
        this.database = database;
        this.projects = projects;
        this.versions = versions;
        this.restoreModel = restoreModel;
        this.shareScoring = shareScoring;
        this.scores = scores;
        this.setQueueMark = setQueueMark;
        this.publishVersion = publishVersion;
        this.forgetOldModels = forgetOldModels;
    }

    /** What the database has: the pool, and the doubts of the version's scores, null where these were dropped. */
    private record Stored(List<PoolRow> images, Map<ImageId, Float> modelDoubt) {}

    /** What is to be published. */
    private record Ranked(StagedScores scores, List<ScoredImage> more, int scored, List<NextQueue.Entry> queue) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws Exception {
        Project project = projects.get(new ProjectId(run.project().orElseThrow()));
        ModelVersion version =
                versions.get(project.id(), ((Number) run.parameters().get("number")).intValue());
        if (version.isPublished()) {
            run.log("Model %d is published already; nothing is left to do".formatted(version.number()));
            return;
        }
        Stored stored = stored(project.id(), version);
        try (StagedScores staged = stored.modelDoubt() == null ? scores.stage(run, project.id(), version.id()) : null) {
            publish(run, project, version, rank(run, project, version, stored, staged));
        } catch (CancelledLearning e) {
            run.checkCancelled();
            throw e;
        }
    }

    private void publish(JobRun run, Project project, ModelVersion version, Ranked ranked)
            throws SQLException, IOException {
        run.checkCancelled();
        run.stage("Publication");
        PublishVersion.Outcome outcome = publishVersion.publish(new PublishVersion.Publication(
                run,
                run.createdBy().orElse(null),
                version,
                ranked.scores(),
                ranked.more(),
                ranked.queue(),
                setQueueMark.now(project.id())));
        forgetOldModels.tidy(project.id(), run.id());
        outcome.automatic().map(Verdict::sentence).ifPresent(run::logForLeads);
        run.result("model", version.id().value());
        run.result("queue", ranked.queue().size());
        run.result("scored", ranked.scored());
        run.log(
                outcome.published()
                        ? "Published: model %d with %,d images in the new queue"
                                .formatted(version.number(), ranked.queue().size())
                        : "Model %d was published meanwhile".formatted(version.number()));
    }

    private Ranked rank(JobRun run, Project project, ModelVersion version, Stored stored, StagedScores staged)
            throws SQLException, IOException {
        try (RestoreModel.Restored restored = restoreModel.restore(run, project, version)) {
            ScoresInMind scored = new ScoresInMind(restored.pool(), List.of());
            List<ScoredImage> more = new ArrayList<>();
            if (staged == null) {
                scoreNewcomers(run, restored, stored.modelDoubt(), scored.and(more::addAll));
            } else {
                shareScoring.score(run, project, restored.learnt(), staged, scored);
            }
            Map<ImageId, Float> modelDoubt = new HashMap<>(scored.modelDoubt());
            if (stored.modelDoubt() != null) {
                modelDoubt.putAll(stored.modelDoubt());
            }
            run.stage("Ranking of the queue");
            List<NextQueue.Entry> queue = new RankPool(
                            project.settings().controlShare(), restored.pool(), stored.images(), seed(run, project))
                    .rank(restored.learner(), restored.labelled(), restored.model(), modelDoubt);
            return new Ranked(staged, more, scored.size(), queue);
        } catch (Problem e) {
            if (stored.modelDoubt() == null) {
                throw e;
            }
            run.log(e.detail());
            run.log(
                    "Its scores are kept, so that the queue is ranked by model doubt alone; images that came since stand last");
            List<NextQueue.Entry> queue = RankPool.byDoubt(
                    project.settings().controlShare(), stored.images(), stored.modelDoubt(), seed(run, project));
            return new Ranked(null, List.of(), 0, queue);
        }
    }

    private static long seed(JobRun run, Project project) {
        return project.seed() + run.id().value();
    }

    private Stored stored(ProjectId project, ModelVersion version) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Stored(
                    PoolRow.all(connection, project),
                    ScoreTable.has(connection, version.id()) ? ScoreTable.modelDoubt(connection, version.id()) : null);
        }
    }

    private void scoreNewcomers(
            JobRun run, RestoreModel.Restored restored, Map<ImageId, Float> known, ScorePool.Sink sink)
            throws SQLException, IOException {
        List<ImageId> newcomers = restored.pool().beyond().stream()
                .filter(image -> !known.containsKey(image))
                .toList();
        shareScoring.scoreBeyond(run, restored.pool(), restored.model(), newcomers, sink);
    }
}
