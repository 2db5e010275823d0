package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import org.doubtless.jobs.JobId;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.AutomaticLabels;
import org.doubtless.queue.DeleteOldQueues;
import org.jboss.logging.Logger;

/**
 * Lets go of what old models need much room for: their queues, scores, and the features that no model with scores was
 * made from. Metrics, provenance, parameters and feature extractors stay for ever, and from them a version can be made
 * again.
 */
@ApplicationScoped
class ForgetOldModels {
    private static final Logger LOG = Logger.getLogger(ForgetOldModels.class);

    // A publication makes features of an old set again, and must not lose them before it is done.
    private static final String FEATURES = """
            delete from image_feature f using feature_set s
            where s.id = f.feature_set_id and s.project_id = ?
              and s.id < (select max(id) from feature_set where project_id = s.project_id)
              and not exists (select from model_version m
                              where m.project_id = s.project_id and (m.provenance ->> 'featureSet')::bigint = s.id
                                and (m.state = 'published'
                                     or m.number > (select max(number) from model_version where project_id = s.project_id) - ?))
              and not exists (select from job where project_id = s.project_id and kind = 'publish'
                              and state in ('waiting', 'running') and id <> ?)
            """;

    private final AgroalDataSource database;
    private final int withScores;
    private final Clock clock;

    ForgetOldModels(AgroalDataSource database, KeptModels kept, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.withScores = Math.max(1, kept.withScores());
    }

    /** @param by the job that tidies up after itself */
    void tidy(ProjectId project, JobId by) {
        try (Connection connection = database.getConnection()) {
            ScoreShards.forgetOld(connection);
            DeleteOldQueues.of(connection, project);
            AutomaticLabels.deleteOld(connection, project, clock.instant());
            DetachScores.old(connection, project, withScores);
            AbandonedScores.drop(connection);
            try (PreparedStatement delete = connection.prepareStatement(FEATURES)) {
                delete.setLong(1, project.value());
                delete.setInt(2, withScores);
                delete.setLong(3, by.value());
                delete.executeUpdate();
            }
        } catch (SQLException e) {
            // The next round tidies up after this one, too.
            LOG.warnf("What is old in project %s stays for now: %s", project, e.getMessage());
        }
    }
}
