package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.doubtless.model.ModelVersionId;
import org.doubtless.model.ModelVersions;
import org.doubtless.model.ModelVersions.NewModel;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.NextQueue;

/**
 * Publishes a round: model, scores, queue and the round's own row in one transaction. Until it commits everybody is
 * served from the old queue; after it, from the new one; nothing is ever half-published.
 */
@ApplicationScoped
class PublishRound {
    private static final long PUBLISHING = 0x70_75_62_6C_69_73_68L;
    // Writing a million scores takes longer than the usual minute.
    private static final int PATIENCE_SECONDS = 1800;

    private final AgroalDataSource database;
    private final ModelVersions versions;
    private final ScoreTable scores;
    private final Clock clock;

    PublishRound(AgroalDataSource database, ModelVersions versions, ScoreTable scores, Clock clock) {
        this.database = database;
        this.versions = versions;
        this.scores = scores;
        this.clock = clock;
    }

    /**
     * What a round made.
     *
     * @param model null where the labels do not teach one yet: only the queue is new
     */
    record Harvest(
            long round, NewModel model, List<ScoredImage> scored, List<NextQueue.Entry> queue, Snapshot snapshot) {}

    @Transactional
    @TransactionConfiguration(timeout = PATIENCE_SECONDS)
    Optional<ModelVersionId> publish(ProjectId project, Harvest harvest) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            onlyOneAtATime(connection);
            requireUnpublished(connection, harvest.round());
            Optional<ModelVersionId> model = Optional.empty();
            if (harvest.model() != null) {
                model = Optional.of(versions.publish(connection, harvest.model(), clock.instant()));
                scores.write(connection, project, model.get(), harvest.scored());
            }
            NextQueue.swap(connection, project, harvest.queue(), clock.instant());
            if (model.isPresent()) {
                pointTo(connection, project, model.get());
            }
            finish(connection, harvest, model);
            return model;
        }
    }

    /** Two projects that attach their scores at once would wait for each other. */
    private static void onlyOneAtATime(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, PUBLISHING);
            lock.execute();
        }
    }

    /** A worker that was taken for dead may come back; the row lock lets only one of two publish. */
    private static void requireUnpublished(Connection connection, long round) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select state from round where id = ? for no key update")) {
            lock.setLong(1, round);
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next() || !row.getString(1).equals("running")) {
                    throw new IllegalStateException(
                            "Round " + round + " is not running any more; its result is dropped");
                }
            }
        }
    }

    private static void pointTo(Connection connection, ProjectId project, ModelVersionId model) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update project set published_model = ? where id = ?")) {
            update.setLong(1, model.value());
            update.setLong(2, project.value());
            update.executeUpdate();
        }
    }

    private void finish(Connection connection, Harvest harvest, Optional<ModelVersionId> model) throws SQLException {
        String sql = "update round set state = 'published', snapshot = ?, training_labels = ?, control_labels = ?,"
                + " model_version_id = ?, finished_at = ? where id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, harvest.snapshot().newest());
            update.setInt(2, harvest.snapshot().training().size());
            update.setInt(3, harvest.snapshot().control().size());
            update.setObject(4, model.map(ModelVersionId::value).orElse(null), Types.BIGINT);
            update.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            update.setLong(6, harvest.round());
            update.executeUpdate();
        }
    }
}
