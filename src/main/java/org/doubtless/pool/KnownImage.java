package org.doubtless.pool;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.project.ProjectId;

/**
 * An image that the pool has.
 *
 * @param importJob null for one that has just been stored, or whose job is gone
 */
record KnownImage(ImageId id, String filename, Arm arm, Long importJob) {
    /** Those of the files that the project has already; the map may be added to. */
    static Map<Sha256, KnownImage> among(Connection connection, ProjectId project, List<PreparedFile> files)
            throws SQLException {
        byte[][] wanted = files.stream()
                .filter(file -> file instanceof PreparedFile.Image)
                .map(file -> ((PreparedFile.Image) file).sha256().bytes())
                .toArray(byte[][]::new);
        Map<Sha256, KnownImage> known = new HashMap<>();
        Array array = connection.createArrayOf("bytea", wanted);
        try (PreparedStatement query = connection.prepareStatement("select sha256, id, filename, arm, import_job"
                + " from image where project_id = ? and sha256 = any (?)")) {
            query.setLong(1, project.value());
            query.setArray(2, array);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    known.put(
                            new Sha256(rows.getBytes(1)),
                            new KnownImage(
                                    new ImageId(rows.getLong(2)),
                                    rows.getString(3),
                                    Arm.of(rows.getString(4)),
                                    rows.getObject(5, Long.class)));
                }
            }
        } finally {
            array.free();
        }
        return known;
    }
}
