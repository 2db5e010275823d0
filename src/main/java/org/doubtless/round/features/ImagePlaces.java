package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.doubtless.copy.BinaryCopy;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.Neighbours;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.pool.ImageId;

/**
 * Where images beyond a graph have their place in it: looked for once, which is most of the work of scoring them, and
 * kept as long as the graph.
 */
@ApplicationScoped
public class ImagePlaces {
    private final AgroalDataSource database;

    ImagePlaces(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * The places of some images beyond the graph; those that are not known yet are looked for and kept.
     *
     * @param features of the same images, in their order
     */
    public Neighbours of(RoundPool pool, List<ImageId> images, FeatureMatrix features, Cancellation cancellation)
            throws SQLException, IOException {
        if (pool.graph().isEmpty()) {
            return pool.prepared().near(features, cancellation);
        }
        long graph = pool.graph().getAsLong();
        Map<ImageId, byte[]> known = read(graph, images);
        int[] missing = IntStream.range(0, images.size())
                .filter(at -> !known.containsKey(images.get(at)))
                .toArray();
        if (missing.length > 0) {
            Neighbours found = pool.prepared().near(features.select(missing), cancellation);
            Map<ImageId, byte[]> places = new HashMap<>();
            for (int k = 0; k < missing.length; k++) {
                places.put(images.get(missing[k]), found.toBytes(k));
            }
            keep(graph, places);
            known.putAll(places);
        }
        return Neighbours.fromBytes(
                pool.images().size(), images.stream().map(known::get).toArray(byte[][]::new));
    }

    private Map<ImageId, byte[]> read(long graph, List<ImageId> images) throws SQLException {
        String sql = "select image_id, near from image_place where graph_id = ? and image_id = any(?)";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, graph);
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", images.stream().map(ImageId::value).toArray()));
            Map<ImageId, byte[]> places = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    places.put(new ImageId(row.getLong(1)), row.getBytes(2));
                }
            }
            return places;
        }
    }

    private void keep(long graph, Map<ImageId, byte[]> places) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                BinaryCopy rows = new BinaryCopy(connection, "image_place (graph_id, image_id, near)")) {
            for (Map.Entry<ImageId, byte[]> place : places.entrySet()) {
                rows.row(3).number(graph).number(place.getKey().value()).bytes(place.getValue());
            }
            rows.end();
        }
    }
}
