package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/** Finds the images beyond a graph that are not on its plane yet, and those beside which they are to be looked at. */
@ApplicationScoped
class UnplacedImages {
    private static final int CHUNK = 5_000;
    // Four bytes are the row of the nearest image in the graph, the next four its distance.
    private static final String GROUPS = """
            with groups as (
              select distinct substring(p.near for 4) as nearest from image_place p
              where p.graph_id = ? and length(p.near) > 0
                and not exists (select from image_layout l where l.project_id = ? and l.image_id = p.image_id))
            select p.image_id, g.nearest from image_place p join groups g on g.nearest = substring(p.near for 4)
            where p.graph_id = ? order by substring(p.near for 8), p.image_id
            """;

    private final AgroalDataSource database;

    UnplacedImages(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Groups that lack an image on the plane, whole: those with the same nearest image in the graph, by their distance from
     * it. Small groups are put together; one of more than 10,000 images is cut.
     */
    List<List<ImageId>> chunks(ProjectId project, long graph) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(GROUPS)) {
            query.setLong(1, graph);
            query.setLong(2, project.value());
            query.setLong(3, graph);
            query.setFetchSize(CHUNK);
            // Rows come piece by piece only within a transaction.
            connection.setAutoCommit(false);
            try {
                return chunks(query);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static List<List<ImageId>> chunks(PreparedStatement query) throws SQLException {
        List<List<ImageId>> chunks = new ArrayList<>();
        List<ImageId> chunk = new ArrayList<>();
        int before = -1;
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                int nearest = ByteBuffer.wrap(row.getBytes(2)).getInt();
                if (chunk.isEmpty() || chunk.size() >= CHUNK && nearest != before || chunk.size() >= 2 * CHUNK) {
                    chunk = new ArrayList<>();
                    chunks.add(chunk);
                }
                chunk.add(new ImageId(row.getLong(1)));
                before = nearest;
            }
        }
        return chunks;
    }
}
