package org.doubtless.round;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/**
 * An image of the pool as a round sees it.
 *
 * @param waiting whether it waits for an answer, and so may enter the queue
 */
record PoolRow(ImageId image, boolean control, boolean waiting) {

    /** All images of a project; those of the control arm in the order in which chance drew them. */
    static List<PoolRow> all(Connection connection, ProjectId project) throws SQLException {
        String sql = "select id, arm = 'control', state = 'waiting' from image where project_id = ? order by sha256";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            List<PoolRow> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(new PoolRow(new ImageId(row.getLong(1)), row.getBoolean(2), row.getBoolean(3)));
                }
            }
            return rows;
        }
    }
}
