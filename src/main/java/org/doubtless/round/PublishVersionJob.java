package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private final ScorePool scorePool;
    private final ScoreTable scores;
    private final PublishVersion publishVersion;
    private final ForgetOldModels forgetOldModels;

    PublishVersionJob(
            AgroalDataSource database,
            Projects projects,
            ModelVersions versions,
            RestoreModel restoreModel,
            ScorePool scorePool,
            ScoreTable scores,
            PublishVersion publishVersion,
            ForgetOldModels forgetOldModels) {
        this.database = database;
        this.projects = projects;
        this.versions = versions;
        this.restoreModel = restoreModel;
        this.scorePool = scorePool;
        this.scores = scores;
        this.publishVersion = publishVersion;
        this.forgetOldModels = forgetOldModels;
    }

    /** What the database has: the pool, and the version's scores, null where they were dropped. */
    private record Stored(List<PoolRow> images, List<ScoredImage> scored) {}

    /** What is to be published. */
    private record Ranked(List<ScoredImage> missing, List<NextQueue.Entry> queue) {}

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
        try {
            publish(run, project, version, rank(run, project, version));
        } catch (CancelledLearning e) {
            run.checkCancelled();
            throw e;
        }
    }

    private void publish(JobRun run, Project project, ModelVersion version, Ranked ranked)
            throws SQLException, IOException {
        run.checkCancelled();
        run.stage("Publication");
        boolean published = publishVersion.publish(new PublishVersion.Publication(
                run.id(), run.createdBy().orElse(null), version, ranked.missing(), ranked.queue()));
        forgetOldModels.tidy(project.id(), run.id());
        run.result("model", version.id().value());
        run.result("queue", ranked.queue().size());
        run.result("scored", ranked.missing().size());
        run.log(
                published
                        ? "Published: model %d with %,d images in the new queue"
                                .formatted(version.number(), ranked.queue().size())
                        : "Model %d was published meanwhile".formatted(version.number()));
    }

    private Ranked rank(JobRun run, Project project, ModelVersion version) throws SQLException {
        Stored stored = stored(project.id(), version);
        try (RestoreModel.Restored restored = restoreModel.restore(run, project, version)) {
            List<ScoredImage> missing = missing(run, restored, stored.scored());
            List<ScoredImage> scored = new ArrayList<>(missing);
            if (stored.scored() != null) {
                scored.addAll(stored.scored());
            }
            run.stage("Ranking of the queue");
            return new Ranked(
                    missing,
                    new RankPool(
                                    project.settings().controlShare(),
                                    restored.pool(),
                                    stored.images(),
                                    seed(run, project))
                            .rank(restored.learner(), restored.labelled(), restored.model(), scored));
        } catch (Problem e) {
            if (stored.scored() == null) {
                throw e;
            }
            run.log(e.detail());
            run.log(
                    "Its scores are kept, so that the queue is ranked by model doubt alone; images that came since stand last");
            return new Ranked(
                    List.of(),
                    RankPool.byDoubt(
                            project.settings().controlShare(), stored.images(), stored.scored(), seed(run, project)));
        }
    }

    private static long seed(JobRun run, Project project) {
        return project.seed() + run.id().value();
    }

    private Stored stored(ProjectId project, ModelVersion version) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new Stored(
                    PoolRow.all(connection, project),
                    ScoreTable.has(connection, version.id()) ? scores.read(connection, project, version.id()) : null);
        }
    }

    private List<ScoredImage> missing(JobRun run, RestoreModel.Restored restored, List<ScoredImage> stored)
            throws SQLException {
        if (stored == null) {
            return scorePool.score(run, restored.pool(), restored.model());
        }
        Set<ImageId> known = new HashSet<>();
        stored.forEach(image -> known.add(image.image()));
        List<ImageId> since = restored.pool().beyond().stream()
                .filter(image -> !known.contains(image))
                .toList();
        return scorePool.scoreBeyond(run, restored.pool(), restored.model(), since);
    }
}
