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
import java.util.Map;
import java.util.Optional;
import org.doubtless.jobs.JobRun;
import org.doubtless.model.Comparison;
import org.doubtless.model.ModelVersionId;
import org.doubtless.model.ModelVersions;
import org.doubtless.model.ModelVersions.NewModel;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.LookAlikes;
import org.doubtless.queue.NextQueue;
import org.doubtless.queue.QueueLock;
import org.doubtless.queue.QueueMark;
import org.doubtless.round.automatic.Applied;
import org.doubtless.round.automatic.ApplyRule;
import org.doubtless.round.automatic.Verdict;

/**
 * Publishes a round: model, scores, queue and the round's own row in one transaction. Until it commits everybody is
 * served from the old queue; after it, from the new one; nothing is ever half-published.
 */
@ApplicationScoped
class PublishRound {
    private static final long PUBLISHING = 0x70_75_62_6C_69_73_68L;
    // Writing a million scores takes longer than the usual minute.
    static final int PATIENCE_SECONDS = 1800;

    private final AgroalDataSource database;
    private final ModelVersions versions;
    private final CompareModels compareModels;
    private final ApplyRule applyRule;
    private final Clock clock;

    PublishRound(
            AgroalDataSource database,
            ModelVersions versions,
            CompareModels compareModels,
            ApplyRule applyRule,
            Clock clock) {
        this.database = database;
        this.versions = versions;
        this.compareModels = compareModels;
        this.applyRule = applyRule;
        this.clock = clock;
    }

    /**
     * What a round made.
     *
     * @param model null where the labels do not teach one yet: only the queue is new
     * @param lookAlikes of images of the queue, the labelled ones that look most like them
     * @param learnt how many labels of the snapshot the model learnt from
     * @param since set before the publication
     */
    record Harvest(
            JobRun run,
            long round,
            ScoredModel model,
            List<NextQueue.Entry> queue,
            Map<ImageId, List<ImageId>> lookAlikes,
            Snapshot snapshot,
            int learnt,
            QueueMark since) {}

    /**
     * A model and its scores.
     *
     * @param scores finished, and attached by the publication
     * @param control what it says of the labelled control images
     */
    record ScoredModel(NewModel model, StagedScores scores, Map<ImageId, ScoredImage> control) {}

    /**
     * What became of it.
     *
     * @param model empty where the labels do not teach one yet
     * @param comparison with the model that was published before; empty where there is nothing to compare
     * @param automatic what the rule for automatic labels decided; empty where it is off or nothing was published
     */
    record Outcome(Optional<ModelVersionId> model, Optional<Comparison> comparison, Optional<Verdict> automatic) {
        /** Whether the model was kept but not published: the queue is the old one. */
        boolean kept() {
            return comparison.filter(Comparison::isWorse).isPresent();
        }
    }

    /**
     * Publishes, unless the model is worse than the published one on the control arm beyond the interval: then model
     * and scores are kept, and the old queue, less what is answered, goes on serving.
     */
    @Transactional
    @TransactionConfiguration(timeout = PATIENCE_SECONDS)
    Outcome publish(ProjectId project, Harvest harvest) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            onlyOneAtATime(connection);
            requireUnpublished(connection, harvest);
            Outcome outcome = harvest.model() == null
                    ? new Outcome(Optional.empty(), Optional.empty(), Optional.empty())
                    : keep(connection, project, harvest);
            if (!outcome.kept()) {
                Applied labels = applyRule.apply(connection, project, outcome.model());
                Optional<FindThresholds> thresholds = outcome.model().isPresent()
                        ? Optional.of(
                                FindThresholds.of(connection, outcome.model().get()))
                        : Optional.empty();
                if (outcome.model().isPresent()) {
                    DoubtSpread.keep(connection, outcome.model().get());
                }
                LookAlikes.replace(connection, project, harvest.lookAlikes());
                NextQueue.swap(connection, project, labels.over(harvest.queue()), harvest.since(), clock.instant());
                outcome = new Outcome(outcome.model(), outcome.comparison(), labels.verdict());
                if (thresholds.isPresent()) {
                    versions.publish(connection, project, outcome.model().get(), null, clock.instant());
                    thresholds.get().keep(connection, project);
                }
            }
            finish(connection, harvest, outcome);
            return outcome;
        }
    }

    /** Compares inside the transaction, so that nobody publishes another model in between. */
    private Outcome keep(Connection connection, ProjectId project, Harvest harvest) throws SQLException {
        Optional<Comparison> comparison =
                compareModels.withPublished(connection, project, harvest.model().control(), harvest.snapshot());
        NewModel model = harvest.model().model();
        StagedScores scores = harvest.model().scores();
        versions.keep(connection, scores.model(), comparison.map(model::with).orElse(model), clock.instant());
        scores.attach(connection);
        return new Outcome(Optional.of(scores.model()), comparison, Optional.empty());
    }

    /** Two projects that attach their scores at once would wait for each other. */
    static void onlyOneAtATime(Connection connection) throws SQLException {
        QueueLock.allowNoLongSilence(connection);
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, PUBLISHING);
            lock.execute();
        }
    }

    /** A worker that was taken for dead may come back; the row lock lets only one of two publish. */
    private static void requireUnpublished(Connection connection, Harvest harvest) throws SQLException {
        String sql = "select r.state = 'running' and j.runs = ? from round r join job j on j.id = r.job_id"
                + " where r.id = ? for no key update of r";
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setInt(1, harvest.run().number());
            lock.setLong(2, harvest.round());
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new IllegalStateException(
                            "Round " + harvest.round() + " is not running here any more; its result is dropped");
                }
            }
        }
    }

    private void finish(Connection connection, Harvest harvest, Outcome outcome) throws SQLException {
        String sql = "update round set state = ?, snapshot = ?, training_labels = ?, control_labels = ?,"
                + " model_version_id = ?, finished_at = ? where id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, outcome.kept() ? "kept" : "published");
            update.setLong(2, harvest.snapshot().newest());
            update.setInt(3, harvest.learnt());
            update.setInt(4, harvest.snapshot().control().size());
            update.setObject(5, outcome.model().map(ModelVersionId::value).orElse(null), Types.BIGINT);
            update.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
            update.setLong(7, harvest.round());
            update.executeUpdate();
        }
    }
}
