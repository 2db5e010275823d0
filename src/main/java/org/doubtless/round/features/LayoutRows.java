package org.doubtless.round.features;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.doubtless.copy.BinaryCopy;
import org.doubtless.learning.PoolPlane;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/** Writes images with their places on the plane, many at once. */
final class LayoutRows implements Closeable {
    private final BinaryCopy rows;
    private final ProjectId project;

    LayoutRows(Connection connection, ProjectId project) throws SQLException, IOException {
        this.rows = new BinaryCopy(connection, "image_layout (project_id, image_id, x, y, stranger, near, distance)");
        this.project = project;
    }

    /**
     * Writes one.
     *
     * @param at its row on the plane
     * @param looksLike the images that look most like it, nearest first
     */
    void add(ImageId image, PoolPlane plane, int at, LooksLike looksLike) throws IOException {
        rows.row(7)
                .number(project.value())
                .number(image.value())
                .real(plane.places_N2().at(at, 0))
                .real(plane.places_N2().at(at, 1))
                .real((float) plane.strangeness_N()[at])
                .numbers(Arrays.stream(looksLike.images())
                        .mapToLong(ImageId::value)
                        .toArray())
                .reals(looksLike.distances());
    }

    void end() throws IOException, SQLException {
        rows.end();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
