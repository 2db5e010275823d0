package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.doubtless.jobs.JobRun;
import org.doubtless.model.ModelVersionId;
import org.doubtless.project.LabelSchema;

/**
 * A model's scores on their way: in a table of their own that no reader sees, written while the model scores, and made a
 * partition of all scores by its publication. Each run of a job has its own, so that one that was taken for dead cannot
 * write between the scores of the other. One that is not attached when it is closed is dropped; one that a killed process
 * left behind, by the job that goes on in its place.
 */
final class StagedScores implements ScorePool.Sink, AutoCloseable {
    private final AgroalDataSource database;
    private final LabelSchema labels;
    private final ModelVersionId model;
    private final String table;

    private StagedScores(AgroalDataSource database, LabelSchema labels, ModelVersionId model, int run) {
        this.database = database;
        this.labels = labels;
        this.model = model;
        this.table = ScoreTable.staged(model, run);
    }

    /** @param model whose scores they will be; it need not be there yet */
    static StagedScores begin(AgroalDataSource database, JobRun run, LabelSchema labels, ModelVersionId model)
            throws SQLException {
        StagedScores staged = new StagedScores(database, labels, model, run.number());
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                AbandonedScores.dropOf(connection, run.id());
                statement.execute("create table " + staged.table + " (like image_score including defaults)");
                statement.execute(
                        "comment on table " + staged.table + " is '" + AbandonedScores.comment(run.id()) + "'");
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
            ScoreTable.copy(connection, table, model, labels, scored);
        }
    }

    /** Sorts what was written, so that attaching it is done in a moment, and read off its indexes alone. */
    void finish() throws SQLException {
        execute(
                "alter table " + table + " add primary key (model_version_id, image_id)",
                "create index on " + table + " (epistemic, image_id)",
                "create index on " + table + " (aleatoric, image_id)",
                "alter table " + table + " add constraint " + table + "_model check (model_version_id = "
                        + model.value() + ")",
                "vacuum (analyze) " + table);
    }

    /** Makes them the model's scores, in the transaction that keeps the model. */
    void attach(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String partition = ScoreTable.partition(model);
            statement.execute("alter table " + table + " rename to " + partition);
            statement.execute(
                    "alter table image_score attach partition " + partition + " for values in (" + model.value() + ")");
            statement.execute("comment on table " + partition + " is null");
        }
    }

    /** Drops them, unless they were attached, which gave them another name. */
    @Override
    public void close() throws SQLException {
        execute("drop table if exists " + table);
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
