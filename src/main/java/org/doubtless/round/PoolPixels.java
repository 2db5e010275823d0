package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.features.FeatureShapeChoice;
import org.doubtless.learning.features.PixelFeatures;
import org.doubtless.learning.training.TrainingSet;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.files.DecodeImage;
import org.doubtless.pool.files.RefusedFile;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;
import org.jboss.logging.Logger;

/** Turns images of the database into rows of features, and keeps which row is which image. */
@ApplicationScoped
class PoolPixels {
    private static final Logger LOG = Logger.getLogger(PoolPixels.class);
    private static final int SAMPLE = 100;
    private static final int PIECE = 200;
    // The network sees 32 pixels; a decoder that may leave pixels out reads a large photo many times faster.
    private static final int DECODED_SIDE = 256;

    private final AgroalDataSource database;
    private final DecodeImage decode;

    PoolPixels(AgroalDataSource database, DecodeImage decode) {
        this.database = database;
        this.decode = decode;
    }

    /** Some images as features, row by row, and what is wrong with those that could not be read. */
    record Chunk(List<ImageId> images, FeatureMatrix features, List<String> unreadable) {}

    private record Stored(ImageId image, String filename, byte[] bytes) {}

    private record Row(Stored stored, float[] features, String failure) {}

    /** The picture that fits the pool, told from a sample of it. */
    FeatureShape shapeOf(ProjectId project) throws SQLException {
        List<ImageId> sample = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select id from image where project_id = ? order by sha256 limit ?")) {
            query.setLong(1, project.value());
            query.setInt(2, SAMPLE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sample.add(new ImageId(row.getLong(1)));
                }
            }
        }
        FeatureShapeChoice choice = new FeatureShapeChoice(FeatureShapeChoice.DEFAULT_SIDE);
        for (Stored stored : load(sample)) {
            try {
                choice.see(decode.decode(stored.bytes(), DECODED_SIDE));
            } catch (RefusedFile | RuntimeException e) {
                LOG.debugf(e, "Image %s is not in the sample", stored.image());
            }
        }
        return choice.shape();
    }

    TrainingSet trainingSet(Map<ImageId, Integer> labels, PixelFeatures features, int classes) throws SQLException {
        Chunk read = readAll(List.copyOf(labels.keySet()), features);
        if (read.images().isEmpty()) {
            throw Problem.conflict("unreadable", "None of the labelled images can be read any more.");
        }
        return new TrainingSet(
                read.features(),
                classes,
                read.images().stream().mapToInt(labels::get).toArray());
    }

    /** The features of the images that can be read; the others are named. */
    Chunk readAll(List<ImageId> images, PixelFeatures features) throws SQLException {
        List<ImageId> readable = new ArrayList<>();
        List<float[]> rows = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (int from = 0; from < images.size(); from += PIECE) {
            for (Row row : rows(images.subList(from, Math.min(images.size(), from + PIECE)), features)) {
                if (row.failure() == null) {
                    readable.add(row.stored().image());
                    rows.add(row.features());
                } else {
                    unreadable.add("image " + row.stored().image() + " ("
                            + row.stored().filename() + "): " + row.failure());
                }
            }
        }
        return new Chunk(readable, FeatureMatrix.ofRows(features.columns(), rows), unreadable);
    }

    private List<Row> rows(List<ImageId> images, PixelFeatures features) throws SQLException {
        return load(images).parallelStream()
                .map(stored -> {
                    try {
                        return new Row(stored, features.extract(decode.decode(stored.bytes(), DECODED_SIDE)), null);
                    } catch (RefusedFile | RuntimeException e) {
                        return new Row(stored, null, String.valueOf(e.getMessage()));
                    }
                })
                .toList();
    }

    private List<Stored> load(List<ImageId> images) throws SQLException {
        String sql = "select i.id, i.filename, c.content from unnest(?) with ordinality as wanted(id, turn)"
                + " join image i on i.id = wanted.id join image_content c on c.image_id = i.id order by wanted.turn";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", images.stream().map(ImageId::value).toArray()));
            List<Stored> loaded = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    loaded.add(new Stored(new ImageId(row.getLong(1)), row.getString(2), row.getBytes(3)));
                }
            }
            return loaded;
        }
    }
}
