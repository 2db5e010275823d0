package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.PlaceOthers;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.Nearest;
import org.doubtless.learning.features.Neighbours;
import org.doubtless.pool.ImageId;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;

/**
 * Puts the images beyond a graph on its plane, some thousand at a time: those that a round has scored, and so knows the
 * neighbours of. Images that have the same nearest one in the graph are looked at together, so that copies are found.
 */
@ApplicationScoped
public class PlaceBeyondGraph {
    private final AgroalDataSource database;
    private final UnplacedImages unplaced;
    private final FeatureRows features;
    private final ImagePlaces places;
    private final WritePlaced write;

    PlaceBeyondGraph(
            AgroalDataSource database,
            UnplacedImages unplaced,
            FeatureRows features,
            ImagePlaces places,
            WritePlaced write) {
        this.database = database;
        this.unplaced = unplaced;
        this.features = features;
        this.places = places;
        this.write = write;
    }

    /** Does nothing where all are on the plane already; where it is stopped, the next round goes on. */
    public void place(JobRun run, Project project, RoundPool pool) throws SQLException, IOException {
        if (pool.graph().isEmpty() || pool.beyond().isEmpty()) {
            return;
        }
        long graph = pool.graph().getAsLong();
        List<List<ImageId>> chunks = unplaced.chunks(project.id(), graph);
        Optional<FloatMatrix> plane = chunks.isEmpty() ? Optional.empty() : plane(project.id(), pool);
        if (plane.isEmpty()) {
            return;
        }
        long total = chunks.stream().mapToLong(List::size).sum();
        run.stage("Placing %,d images on the map".formatted(total));
        PlaceOthers others = pool.prepared().placeOthers(project.seed(), plane.get());
        long done = 0;
        for (List<ImageId> images : chunks) {
            run.checkCancelled();
            run.progress(done, total);
            FeatureMatrix rows = features.read(pool.set(), images);
            Neighbours near = places.of(pool, images, rows, run::cancelled);
            Nearest alike = others.nearestOthers(rows, near, run::cancelled);
            write.write(
                    project.id(),
                    graph,
                    new WritePlaced.Placed(images, pool.images(), others.place(rows, near), alike));
            done += images.size();
        }
    }

    /** Where the images of the graph lie; empty where the plane is another's. */
    private Optional<FloatMatrix> plane(ProjectId project, RoundPool pool) throws SQLException {
        String sql = "select l.image_id, l.x, l.y from image_layout l join project p on p.id = l.project_id"
                + " where p.id = ? and p.layout_graph = ? and l.image_id = any (?)";
        FloatMatrix places_N2 = FloatMatrix.zeros(pool.images().size(), 2);
        int found = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            query.setLong(2, pool.graph().getAsLong());
            query.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", pool.images().stream().map(ImageId::value).toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    int at = 2 * pool.row(new ImageId(row.getLong(1))).orElseThrow();
                    places_N2.values()[at] = row.getFloat(2);
                    places_N2.values()[at + 1] = row.getFloat(3);
                    found++;
                }
            }
        }
        return found == places_N2.rows() ? Optional.of(places_N2) : Optional.empty();
    }
}
