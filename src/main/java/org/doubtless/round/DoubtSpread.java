package org.doubtless.round;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.doubtless.model.ModelVersionId;

/** Keeps how the two doubts of all images that a model has scored are spread, which outlives its scores. */
final class DoubtSpread {
    private static final String KEEP = """
            insert into doubt_spread (model_version_id, images, model, data)
            select %d, count(*), percentile_disc(array[0.05, 0.25, 0.5, 0.75, 0.95]) within group (order by epistemic),
                   percentile_disc(array[0.05, 0.25, 0.5, 0.75, 0.95]) within group (order by aleatoric)
            from %s having count(*) > 0
            on conflict (model_version_id) do update
            set images = excluded.images, model = excluded.model, data = excluded.data
            """;

    private DoubtSpread() {}

    /** Of a model whose scores are attached, before the queue is swapped: a million images take some seconds. */
    static void keep(Connection connection, ModelVersionId model) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(KEEP.formatted(model.value(), ScoreTable.partition(model)));
        }
    }
}
