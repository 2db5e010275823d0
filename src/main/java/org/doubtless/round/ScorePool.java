package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.ImageDoubt;
import org.doubtless.learning.PoolScoring;
import org.doubtless.learning.StreamedLearner;
import org.doubtless.learning.acquisition.Ranking;
import org.doubtless.learning.features.PixelFeatures;
import org.doubtless.learning.training.TrainedModel;
import org.doubtless.learning.uncertainty.Doubt;
import org.doubtless.pool.ImageId;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.NextQueue;
import org.doubtless.queue.Reason;

/** Scores a project's whole pool in a stream and ranks what waits for an answer. */
@ApplicationScoped
class ScorePool {
    private static final int CHUNK = 200;

    private final AgroalDataSource database;
    private final PoolPixels pixels;

    ScorePool(AgroalDataSource database, PoolPixels pixels) {
        this.database = database;
        this.pixels = pixels;
    }

    /** The scores, the new queue, and how many images could not be read. */
    record Scored(List<ScoredImage> images, List<NextQueue.Entry> queue, int setAside) {}

    Scored score(JobRun run, Project project, StreamedLearner learner, TrainedModel model, PixelFeatures features)
            throws SQLException {
        long seed = project.seed() * 31 + run.id().value();
        List<PoolRow> pool = pool(project.id());
        run.stage("Scoring of %,d images".formatted(pool.size()));
        List<ScoredImage> images = new ArrayList<>(pool.size());
        Map<ImageId, Doubt> doubts = new HashMap<>();
        int setAside = 0;
        try (PoolScoring scoring = learner.score(model)) {
            for (int from = 0; from < pool.size(); from += CHUNK) {
                run.checkCancelled();
                List<ImageId> chunk = pool.subList(from, Math.min(pool.size(), from + CHUNK)).stream()
                        .map(PoolRow::image)
                        .toList();
                PoolPixels.Chunk read = pixels.readAll(chunk, features);
                read.unreadable().forEach(why -> run.log("Set aside: " + why));
                setAside += read.unreadable().size();
                List<ImageDoubt> scored = scoring.score(read.features());
                for (int row = 0; row < scored.size(); row++) {
                    ImageId image = read.images().get(row);
                    ImageDoubt doubt = scored.get(row);
                    doubts.put(image, doubt.doubt());
                    images.add(new ScoredImage(
                            image,
                            doubt.total(),
                            doubt.aleatoric(),
                            doubt.epistemic(),
                            doubt.prediction(),
                            doubt.probabilities()));
                }
                run.progress(from + chunk.size(), pool.size());
            }
        }
        run.stage("Ranking of the queue");
        return new Scored(images, rank(project, learner, model, pool, doubts, seed), setAside);
    }

    private List<NextQueue.Entry> rank(
            Project project,
            StreamedLearner learner,
            TrainedModel model,
            List<PoolRow> pool,
            Map<ImageId, Doubt> doubts,
            long seed) {
        List<ImageId> active = new ArrayList<>();
        List<ImageId> control = new ArrayList<>();
        List<ImageId> unreadable = new ArrayList<>();
        for (PoolRow row : pool) {
            if (row.waiting()) {
                (row.control() ? control : doubts.containsKey(row.image()) ? active : unreadable).add(row.image());
            }
        }
        Ranking ranking = learner.rank(model, active.stream().map(doubts::get).toList());
        List<ImageId> ranked = new ArrayList<>();
        Map<ImageId, Double> scores = new HashMap<>();
        for (int place = 0; place < ranking.size(); place++) {
            ImageId image = active.get(ranking.row(place));
            ranked.add(image);
            scores.put(image, ranking.score(ranking.row(place)));
        }
        // What no model can read a person may: it stands last, but it stands.
        ranked.addAll(unreadable);
        return ServingOrder.merge(ranked, control, project.settings().controlShare(), seed).stream()
                .map(place -> new NextQueue.Entry(
                        place.image(),
                        place.position(),
                        scores.get(place.image()),
                        place.control()
                                ? Reason.CONTROL
                                : scores.containsKey(place.image()) ? Reason.DOUBT : Reason.UNSCORED))
                .toList();
    }

    /** All images; those of the control arm in the order in which chance drew them. */
    private List<PoolRow> pool(ProjectId project) throws SQLException {
        String sql = "select id, arm = 'control', state = 'waiting' from image where project_id = ? order by sha256";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            List<PoolRow> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(new PoolRow(new ImageId(row.getLong(1)), row.getBoolean(2), row.getBoolean(3)));
                }
            }
            return rows;
        }
    }
}
