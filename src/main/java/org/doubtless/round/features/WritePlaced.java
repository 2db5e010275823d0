package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doubtless.learning.PoolPlane;
import org.doubtless.learning.features.Nearest;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/** Adds images to a plane that are not on it yet, in one transaction, as long as the plane is the graph's. */
@ApplicationScoped
class WritePlaced {
    private final AgroalDataSource database;

    WritePlaced(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Images that were placed together.
     *
     * @param pool the images of the graph, by their rows
     * @param alike of each the nearest other of them
     */
    record Placed(List<ImageId> images, List<ImageId> pool, PoolPlane plane, Nearest alike) {
        LooksLike looksLike(int at) {
            LooksLike inGraph = LooksLike.of(plane.nearest(), at, pool);
            int other = alike.point(at);
            return other < 0 ? inGraph : inGraph.with(images.get(other), (float) Math.sqrt(alike.squared(at)));
        }
    }

    @Transactional
    void write(ProjectId project, long graph, Placed placed) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            if (!isStill(connection, project, graph)) {
                return;
            }
            Set<ImageId> known = known(connection, project, placed.images());
            try (LayoutRows rows = new LayoutRows(connection, project)) {
                for (int at = 0; at < placed.images().size(); at++) {
                    if (!known.contains(placed.images().get(at))) {
                        rows.add(placed.images().get(at), placed.plane(), at, placed.looksLike(at));
                    }
                }
                rows.end();
            }
        }
    }

    /** Held to the end, where a worker that was taken for dead comes back. */
    private static boolean isStill(Connection connection, ProjectId project, long graph) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select from project where id = ? and layout_graph = ? for no key update")) {
            query.setLong(1, project.value());
            query.setLong(2, graph);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static Set<ImageId> known(Connection connection, ProjectId project, List<ImageId> images)
            throws SQLException {
        String sql = "select image_id from image_layout where project_id = ? and image_id = any (?)";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", images.stream().map(ImageId::value).toArray()));
            Set<ImageId> known = new HashSet<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    known.add(new ImageId(row.getLong(1)));
                }
            }
            return known;
        }
    }
}
