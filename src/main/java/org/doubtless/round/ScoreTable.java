package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.copy.BinaryCopy;
import org.doubtless.jobs.JobRun;
import org.doubtless.model.ModelVersionId;
import org.doubtless.model.ModelVersions;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ClassId;
import org.doubtless.project.LabelSchema;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;

/** The scores of all images under one model, in a partition of their own that is dropped as a whole. */
@ApplicationScoped
class ScoreTable {
    private final AgroalDataSource database;
    private final Projects projects;

    ScoreTable(AgroalDataSource database, Projects projects) {
        this.database = database;
        this.projects = projects;
    }

    static String partition(ModelVersionId model) {
        return "image_score_" + model.value();
    }

    /** Where a run of a job writes scores until they are a partition. */
    static String staged(ModelVersionId model, int run) {
        return partition(model) + "_" + run;
    }

    /** Scores of a model that is not kept yet, written while it scores. Close them when it is over. */
    StagedScores stage(JobRun run, ProjectId project) throws SQLException {
        ModelVersionId model;
        try (Connection connection = database.getConnection()) {
            model = ModelVersions.reserve(connection);
        }
        return StagedScores.begin(database, run, projects.get(project).labels(), model);
    }

    /** Scores of a model whose own are gone. */
    StagedScores stage(JobRun run, ProjectId project, ModelVersionId model) throws SQLException {
        try (Connection connection = database.getConnection()) {
            // Its name must be free again.
            DetachScores.finish(connection);
            AbandonedScores.drop(connection);
        }
        return StagedScores.begin(database, run, projects.get(project).labels(), model);
    }

    /** Writes scores of more images beside those that the model has, in the caller's transaction. */
    void add(Connection connection, ProjectId project, ModelVersionId model, List<ScoredImage> scored)
            throws SQLException, IOException {
        copy(connection, partition(model), model, projects.get(project).labels(), scored);
    }

    /** Whether the model's scores are still there. */
    static boolean has(Connection connection, ModelVersionId model) throws SQLException {
        String sql = "select exists (select from pg_inherits where inhrelid = to_regclass(?) and not inhdetachpending)";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, partition(model));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** The model doubt of the images that the model has scored and that are still there. */
    static Map<ImageId, Float> modelDoubt(Connection connection, ModelVersionId model) throws SQLException {
        String sql = "select s.image_id, s.epistemic from image_score s join image i on i.id = s.image_id"
                + " where s.model_version_id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, model.value());
            Map<ImageId, Float> doubts = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    doubts.put(new ImageId(row.getLong(1)), row.getFloat(2));
                }
            }
            return doubts;
        }
    }

    /** A row of image, doubts, prediction and probabilities, none of these where they are null. */
    static ScoredImage read(ResultSet row, LabelSchema labels) throws SQLException {
        Array array = row.getArray(6);
        Float[] boxed = array == null ? new Float[0] : (Float[]) array.getArray();
        float[] probabilities_C = new float[boxed.length];
        for (int c = 0; c < boxed.length; c++) {
            probabilities_C[c] = boxed[c];
        }
        return new ScoredImage(
                new ImageId(row.getLong(1)),
                row.getFloat(2),
                row.getFloat(3),
                row.getFloat(4),
                labels.position(new ClassId(row.getLong(5))),
                probabilities_C,
                null);
    }

    static void copy(
            Connection connection, String table, ModelVersionId model, LabelSchema labels, List<ScoredImage> scored)
            throws SQLException, IOException {
        String columns =
                table + " (model_version_id, image_id, total, aleatoric, epistemic, prediction, probabilities, votes)";
        try (BinaryCopy rows = new BinaryCopy(connection, columns)) {
            for (ScoredImage image : scored) {
                rows.row(8)
                        .number(model.value())
                        .number(image.image().value())
                        .real((float) image.total())
                        .real((float) image.aleatoric())
                        .real((float) image.epistemic())
                        .number(labels.classes().get(image.predicted()).id().value())
                        .reals(image.probabilities())
                        .bytes(image.votes().toBytes());
            }
            rows.end();
        }
    }
}
