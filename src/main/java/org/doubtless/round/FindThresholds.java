package org.doubtless.round;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.doubtless.model.ModelVersionId;
import org.doubtless.project.ProjectId;

/**
 * Finds in a model's scores from which doubts on they are high: what a fifth of the pool exceeds. Within bounds, or a model
 * that has just begun would call half a guess low, and one that knows nearly everything a twentieth of one high.
 */
final class FindThresholds {
    // Read off the indexes of the scores, so that a pool of a million takes some hundredths of a second.
    private static final String FIND = """
            update project p set
              found_model_threshold = least(0.25, greatest(0.05,
                (select round(s.epistemic::numeric, 4) from image_score s where s.model_version_id = m.id order by s.epistemic desc
                 offset fifth limit 1))),
              found_data_threshold = least(0.5, greatest(0.1,
                (select round(s.aleatoric::numeric, 4) from image_score s where s.model_version_id = m.id order by s.aleatoric desc
                 offset fifth limit 1)))
            from (select cast(? as bigint) as id) m,
                 (select count(*) / 5 as fifth from image_score where model_version_id = ?) pool
            where p.id = ?
            """;

    private FindThresholds() {}

    /** In the transaction that publishes the model. */
    static void find(Connection connection, ProjectId project, ModelVersionId model) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(FIND)) {
            update.setLong(1, model.value());
            update.setLong(2, model.value());
            update.setLong(3, project.value());
            update.executeUpdate();
        }
    }
}
