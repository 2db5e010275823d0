package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.HalfRow;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/** The kept features of images, a row an image and feature set. */
@ApplicationScoped
public class FeatureRows {
    private static final int PIECE = 5_000;

    private final AgroalDataSource database;

    FeatureRows(AgroalDataSource database) {
        this.database = database;
    }

    /** One image's features, or why it has none. */
    record Kept(ImageId image, byte[] numbers, String setAside) {}

    /** Images that have features, oldest first. */
    List<ImageId> present(ProjectId project, FeatureSet set) throws SQLException {
        return images(
                "select i.id from image i join image_feature f on f.image_id = i.id"
                        + " where i.project_id = ? and f.feature_set_id = ? and f.numbers is not null order by i.id",
                project,
                set);
    }

    /** What is wrong with the images that have none. */
    List<String> setAside(ProjectId project, FeatureSet set) throws SQLException {
        String sql = "select i.id, i.filename, f.set_aside from image i join image_feature f on f.image_id = i.id"
                + " where i.project_id = ? and f.feature_set_id = ? and f.numbers is null order by i.id";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            query.setLong(2, set.id());
            List<String> reasons = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    reasons.add("image %d (%s): %s".formatted(row.getLong(1), row.getString(2), row.getString(3)));
                }
            }
            return reasons;
        }
    }

    /** Writes some rows in the caller's transaction; a row that is there already stays as it is. */
    static void keep(Connection connection, FeatureSet set, List<Kept> rows) throws SQLException {
        String sql = "insert into image_feature (feature_set_id, image_id, numbers, set_aside)"
                + " select ?, id, ?, ? from image where id = ? on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Kept row : rows) {
                insert.setLong(1, set.id());
                insert.setBytes(2, row.numbers());
                insert.setString(3, row.setAside());
                insert.setLong(4, row.image().value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * The features of these images, in this order.
     *
     * @throws IllegalStateException where one has none, as when its image was deleted a moment ago
     */
    public FeatureMatrix read(FeatureSet set, List<ImageId> images) throws SQLException {
        int columns = set.extractor().columns();
        Map<Long, Integer> places = new HashMap<>();
        for (ImageId image : images) {
            places.put(image.value(), places.size());
        }
        float[] values_ND = new float[Math.multiplyExact(images.size(), columns)];
        int found = 0;
        try (Connection connection = database.getConnection()) {
            for (int from = 0; from < images.size(); from += PIECE) {
                List<ImageId> piece = images.subList(from, Math.min(images.size(), from + PIECE));
                found += read(connection, set, piece, places, values_ND);
            }
        }
        if (found < images.size()) {
            throw new IllegalStateException("%d of %d images are gone from the pool; train again"
                    .formatted(images.size() - found, images.size()));
        }
        return FeatureMatrix.owning(columns, values_ND);
    }

    private static int read(
            Connection connection, FeatureSet set, List<ImageId> piece, Map<Long, Integer> places, float[] values_ND)
            throws SQLException {
        int columns = set.extractor().columns();
        String sql = "select image_id, numbers from image_feature"
                + " where feature_set_id = ? and image_id = any(?) and numbers is not null";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, set.id());
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", piece.stream().map(ImageId::value).toArray()));
            int found = 0;
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    HalfRow.read(row.getBytes(2), values_ND, places.get(row.getLong(1)) * columns);
                    found++;
                }
            }
            return found;
        }
    }

    private List<ImageId> images(String sql, ProjectId project, FeatureSet set) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            query.setLong(2, set.id());
            List<ImageId> images = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    images.add(new ImageId(row.getLong(1)));
                }
            }
            return images;
        }
    }
}
