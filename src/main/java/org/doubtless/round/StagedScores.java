package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.doubtless.jobs.JobId;
import org.doubtless.model.ModelVersionId;
import org.doubtless.project.LabelSchema;

/**
 * A model's scores on their way: in a table of their own that no reader sees, written while the model scores, and made a
 * partition of all scores by its publication. One that is not attached when it is closed is dropped; one that a killed
 * process left behind, by the job that goes on in its place.
 */
final class StagedScores implements ScorePool.Sink, AutoCloseable {
    private final AgroalDataSource database;
    private final LabelSchema labels;
    private final ModelVersionId model;
    private final String table;

    private StagedScores(AgroalDataSource database, LabelSchema labels, ModelVersionId model) {
        this.database = database;
        this.labels = labels;
        this.model = model;
        this.table = ScoreTable.partition(model);
    }

    /** @param model whose scores they will be; it need not be there yet */
    static StagedScores begin(AgroalDataSource database, JobId job, LabelSchema labels, ModelVersionId model)
            throws SQLException {
        StagedScores staged = new StagedScores(database, labels, model);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                AbandonedScores.dropOf(connection, job);
                statement.execute("create table " + staged.table + " (like image_score including defaults)");
                statement.execute("comment on table " + staged.table + " is '" + AbandonedScores.comment(job) + "'");
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        return staged;
    }

    ModelVersionId model() {
        return model;
    }

    @Override
    public void take(List<ScoredImage> scored) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            ScoreTable.copy(connection, model, labels, scored);
        }
    }

    /** Sorts what was written, so that attaching it is done in a moment. */
    void finish() throws SQLException {
        execute(
                "alter table " + table + " add primary key (model_version_id, image_id)",
                "create index on " + table + " (epistemic, image_id)",
                "create index on " + table + " (aleatoric, image_id)",
                "alter table " + table + " add constraint " + table + "_model check (model_version_id = "
                        + model.value() + ")",
                "analyze " + table);
    }

    /** Makes them the model's scores, in the transaction that keeps the model. */
    void attach(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "alter table image_score attach partition " + table + " for values in (" + model.value() + ")");
            statement.execute("comment on table " + table + " is null");
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!ScoreTable.has(connection, model)) {
                execute("drop table if exists " + table);
            }
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
