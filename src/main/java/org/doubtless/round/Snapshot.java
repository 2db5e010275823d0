package org.doubtless.round;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ClassId;
import org.doubtless.project.LabelSchema;
import org.doubtless.project.ProjectId;

/**
 * The labels of a project as of one instant, by image id, in the order in which they were given: what a round learns
 * from and what it is measured by.
 *
 * @param newest the newest annotation that it has seen
 */
public record Snapshot(long newest, List<Labelled> training, List<Labelled> control) {
    // One statement sees one instant; two would see two.
    private static final String QUERY = """
            select i.id, i.arm, i.class_id, (select coalesce(max(id), 0) from annotation where project_id = ?)
            from image i
            where i.project_id = ? and i.state = 'labelled'
            order by (select max(a.id) from annotation a where a.image_id = i.id and a.outcome = 'labelled'
                      and a.purpose in ('answer', 'adjudication')), i.id
            """;

    /** An image and the place of its label in the label schema. */
    public record Labelled(ImageId image, int label) {}

    public static Snapshot take(Connection connection, ProjectId project, LabelSchema labels) throws SQLException {
        List<Labelled> training = new ArrayList<>();
        List<Labelled> control = new ArrayList<>();
        long newest = 0;
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setLong(1, project.value());
            query.setLong(2, project.value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Labelled labelled =
                            new Labelled(new ImageId(row.getLong(1)), labels.position(new ClassId(row.getLong(3))));
                    (row.getString(2).equals("control") ? control : training).add(labelled);
                    newest = row.getLong(4);
                }
            }
        }
        return new Snapshot(newest, List.copyOf(training), List.copyOf(control));
    }

    /** SHA-256 over the training set's (image id, label) pairs, in hexadecimal: equal sets have equal hashes. */
    String trainingSetHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Labelled> byImage = training.stream()
                    .sorted(Comparator.comparingLong(
                            labelled -> labelled.image().value()))
                    .toList();
            for (Labelled labelled : byImage) {
                digest.update(ByteBuffer.allocate(12)
                        .putLong(labelled.image().value())
                        .putInt(labelled.label())
                        .array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
