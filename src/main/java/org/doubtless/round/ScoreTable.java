package org.doubtless.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.doubtless.model.ModelVersionId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ClassId;
import org.doubtless.project.LabelSchema;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The scores of all images under one model, in a partition of their own that is dropped as a whole. */
@ApplicationScoped
class ScoreTable {
    private static final int PIECE = 1 << 16;

    private final Projects projects;

    ScoreTable(Projects projects) {
        this.projects = projects;
    }

    /** Writes the scores in the caller's transaction. */
    void write(Connection connection, ProjectId project, ModelVersionId model, List<ScoredImage> scored)
            throws SQLException, IOException {
        String partition = "image_score_" + model.value();
        try (Statement statement = connection.createStatement()) {
            // Filled first and attached then: attaching, unlike creating in place, does not stop the readers.
            statement.execute("create table " + partition + " (like image_score including all)");
        }
        add(connection, project, model, scored);
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table " + partition + " add constraint " + partition + "_model check"
                    + " (model_version_id = " + model.value() + ")");
            statement.execute(
                    "alter table image_score attach partition " + partition + " for values in (" + model.value() + ")");
            statement.execute("analyze " + partition);
        }
    }

    /** Writes scores of more images beside those that the model has, in the caller's transaction. */
    void add(Connection connection, ProjectId project, ModelVersionId model, List<ScoredImage> scored)
            throws SQLException, IOException {
        copy(
                connection,
                "image_score_" + model.value(),
                model,
                projects.get(project).labels(),
                scored);
    }

    /** Whether the model's scores are still there. */
    static boolean has(Connection connection, ModelVersionId model) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, "image_score_" + model.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** The model's scores of images that are still there. */
    List<ScoredImage> read(Connection connection, ProjectId project, ModelVersionId model) throws SQLException {
        LabelSchema labels = projects.get(project).labels();
        String sql = "select s.image_id, s.total, s.aleatoric, s.epistemic, s.prediction, s.probabilities"
                + " from image_score s join image i on i.id = s.image_id where s.model_version_id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, model.value());
            List<ScoredImage> scored = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Float[] boxed = (Float[]) row.getArray(6).getArray();
                    float[] probabilities = new float[boxed.length];
                    for (int c = 0; c < boxed.length; c++) {
                        probabilities[c] = boxed[c];
                    }
                    scored.add(new ScoredImage(
                            new ImageId(row.getLong(1)),
                            row.getFloat(2),
                            row.getFloat(3),
                            row.getFloat(4),
                            labels.position(new ClassId(row.getLong(5))),
                            probabilities));
                }
            }
            return scored;
        }
    }

    /** Drops the scores of all but the published model and the newest ones, so many of them. */
    static void dropOld(Connection connection, ProjectId project, int newest) throws SQLException {
        String old = """
                select c.relname from model_version m join pg_class c on c.oid = to_regclass('image_score_' || m.id)
                where m.project_id = ? and m.state <> 'published'
                  and m.number <= (select max(number) from model_version where project_id = ?) - ?
                """;
        List<String> partitions = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(old)) {
            query.setLong(1, project.value());
            query.setLong(2, project.value());
            query.setInt(3, newest);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    partitions.add(row.getString(1));
                }
            }
        }
        for (String partition : partitions) {
            try (Statement statement = connection.createStatement()) {
                // Dropping waits for every reader of the scores, and everybody who comes later waits for it.
                statement.execute("set lock_timeout = '1s'");
                statement.execute("drop table " + partition);
            } finally {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("reset lock_timeout");
                }
            }
        }
    }

    private static void copy(
            Connection connection, String partition, ModelVersionId model, LabelSchema labels, List<ScoredImage> scored)
            throws SQLException, IOException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy " + partition
                                + " (model_version_id, image_id, total, aleatoric, epistemic, prediction, probabilities) from stdin");
        try {
            StringBuilder lines = new StringBuilder(PIECE + 1024);
            for (ScoredImage image : scored) {
                append(lines, model, labels.classes().get(image.predicted()).id(), image);
                if (lines.length() > PIECE) {
                    send(copy, lines);
                }
            }
            send(copy, lines);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void append(StringBuilder lines, ModelVersionId model, ClassId predicted, ScoredImage image) {
        lines.append(model.value()).append('\t').append(image.image().value());
        for (double doubt : new double[] {image.total(), image.aleatoric(), image.epistemic()}) {
            lines.append('\t').append((float) doubt);
        }
        lines.append('\t').append(predicted.value()).append("\t{");
        for (int c = 0; c < image.probabilities().length; c++) {
            lines.append(c == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.6g", image.probabilities()[c]));
        }
        lines.append("}\n");
    }

    private static void send(CopyIn copy, StringBuilder lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }
}
