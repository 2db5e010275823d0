package org.doubtless.round;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.doubtless.model.ModelVersionId;
import org.doubtless.project.ProjectId;

/**
 * Finds in a model's scores from which doubts on they are high: what a fifth of the pool exceeds. Within bounds, or a model
 * that has just begun would call half a guess low, and one that knows nearly everything a twentieth of one high.
 *
 * @param model from which model doubt on
 * @param data from which data doubt on
 */
record FindThresholds(double model, double data) {
    // Read off the indexes of the model's own partition: asked of all scores, each would be looked up in the table,
    // too.
    private static final String FIND = """
            select least(0.25, greatest(0.05,
                     (select round(epistemic::numeric, 4) from %1$s order by epistemic desc offset fifth limit 1))),
                   least(0.5, greatest(0.1,
                     (select round(aleatoric::numeric, 4) from %1$s order by aleatoric desc offset fifth limit 1)))
            from (select count(*) / 5 as fifth from %1$s) pool
            """;

    /** Of a model whose scores are attached, before the queue is swapped: for a large pool it takes longer than people can wait. */
    static FindThresholds of(Connection connection, ModelVersionId model) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FIND.formatted(ScoreTable.partition(model)))) {
            row.next();
            return new FindThresholds(row.getDouble(1), row.getDouble(2));
        }
    }

    /** In the transaction that publishes the model. */
    void keep(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update project set found_model_threshold = ?, found_data_threshold = ? where id = ?")) {
            update.setDouble(1, model);
            update.setDouble(2, data);
            update.setLong(3, project.value());
            update.executeUpdate();
        }
    }
}
