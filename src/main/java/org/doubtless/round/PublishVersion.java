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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.doubtless.jobs.JobRun;
import org.doubtless.model.ModelVersion;
import org.doubtless.model.ModelVersions;
import org.doubtless.queue.NextQueue;
import org.doubtless.queue.QueueMark;
import org.doubtless.round.automatic.Applied;
import org.doubtless.round.automatic.ApplyRule;
import org.doubtless.round.automatic.Verdict;

/** Publishes a version that was made before: model, scores and queue in one transaction, as a round does. */
@ApplicationScoped
class PublishVersion {
    private final AgroalDataSource database;
    private final ModelVersions versions;
    private final ScoreTable scores;
    private final ApplyRule applyRule;
    private final Clock clock;

    PublishVersion(
            AgroalDataSource database, ModelVersions versions, ScoreTable scores, ApplyRule applyRule, Clock clock) {
        this.database = database;
        this.versions = versions;
        this.scores = scores;
        this.applyRule = applyRule;
        this.clock = clock;
    }

    /**
     * What is to be published.
     *
     * @param run of the job that wants it
     * @param by who asked for it; null where nobody is known
     * @param scores finished; null where the database has them
     * @param more what the database's lack
     * @param since set before the publication
     */
    record Publication(
            JobRun run,
            Long by,
            ModelVersion version,
            StagedScores scores,
            List<ScoredImage> more,
            List<NextQueue.Entry> queue,
            QueueMark since) {}

    /**
     * What became of it.
     *
     * @param published false where it was published already
     * @param automatic what the rule for automatic labels decided; empty where it is off
     */
    record Outcome(boolean published, Optional<Verdict> automatic) {}

    @Transactional
    @TransactionConfiguration(timeout = PublishRound.PATIENCE_SECONDS)
    Outcome publish(Publication publication) throws SQLException, IOException {
        ModelVersion version = publication.version();
        try (Connection connection = database.getConnection()) {
            PublishRound.onlyOneAtATime(connection);
            requireRunning(connection, publication.run());
            if (versions.get(version.project(), version.number()).isPublished()) {
                return new Outcome(false, Optional.empty());
            }
            if (publication.scores() != null) {
                publication.scores().attach(connection);
            } else {
                scores.add(connection, version.project(), version.id(), publication.more());
            }
            Applied labels = applyRule.apply(connection, version.project(), Optional.of(version.id()));
            FindThresholds thresholds = FindThresholds.of(connection, version.id());
            DoubtSpread.keep(connection, version.id());
            NextQueue.swap(
                    connection,
                    version.project(),
                    labels.over(publication.queue()),
                    publication.since(),
                    clock.instant());
            versions.publish(connection, version.project(), version.id(), publication.by(), clock.instant());
            thresholds.keep(connection, version.project());
            return new Outcome(true, labels.verdict());
        }
    }

    /** A worker that was taken for dead may come back after its job was done by another. */
    private static void requireRunning(Connection connection, JobRun run) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select state = 'running' and runs = ? from job where id = ?")) {
            query.setInt(1, run.number());
            query.setLong(2, run.id().value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new IllegalStateException(
                            "Job " + run.id() + " is not running here any more; its result is dropped");
                }
            }
        }
    }
}
