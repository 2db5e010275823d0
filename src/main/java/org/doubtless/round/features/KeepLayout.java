package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.PoolPlane;
import org.doubtless.pool.ImageId;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;

/** Lays the images of a project's graph out on a plane when the graph is new, and keeps the plane for people to look at. */
@ApplicationScoped
public class KeepLayout {
    private final AgroalDataSource database;
    private final WriteLayout write;

    KeepLayout(AgroalDataSource database, WriteLayout write) {
        this.database = database;
        this.write = write;
    }

    /** Does nothing where the plane is of this graph already. */
    public void keep(JobRun run, Project project, RoundPool pool) throws SQLException, IOException {
        if (pool.graph().isEmpty() || isOf(project.id(), pool.graph().getAsLong())) {
            return;
        }
        run.stage("Laying out %,d images".formatted(pool.images().size()));
        PoolPlane plane = pool.prepared().plane(project.seed(), run::cancelled);
        write.write(project.id(), pool.graph().getAsLong(), pool.images(), plane);
    }

    private boolean isOf(ProjectId project, long graph) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select layout_graph = ? from project where id = ?")) {
            query.setLong(1, graph);
            query.setLong(2, project.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Puts a plane in the place of the one before, in one transaction. */
    @ApplicationScoped
    static class WriteLayout {
        private final AgroalDataSource database;

        WriteLayout(AgroalDataSource database) {
            this.database = database;
        }

        @Transactional
        void write(ProjectId project, long graph, List<ImageId> images, PoolPlane plane)
                throws SQLException, IOException {
            try (Connection connection = database.getConnection()) {
                // One after the other, where a worker that was taken for dead comes back.
                update(connection, "update project set layout_graph = ? where id = ?", graph, project.value());
                update(connection, "delete from image_layout where project_id = ?", project.value());
                copy(connection, project, images, plane);
            }
        }

        private static void copy(Connection connection, ProjectId project, List<ImageId> images, PoolPlane plane)
                throws SQLException, IOException {
            try (LayoutRows rows = new LayoutRows(connection, project)) {
                for (int row = 0; row < images.size(); row++) {
                    rows.add(images.get(row), plane, row, LooksLike.of(plane.nearest(), row, images));
                }
                rows.end();
            }
        }

        private static void update(Connection connection, String sql, long... values) throws SQLException {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (int k = 0; k < values.length; k++) {
                    update.setLong(k + 1, values[k]);
                }
                update.executeUpdate();
            }
        }
    }
}
