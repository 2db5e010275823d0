package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.files.DecodeImage;
import org.doubtless.pool.files.RefusedFile;

/** The pictures of the database, as extractors want them. */
@ApplicationScoped
class StoredPictures {
    private final AgroalDataSource database;
    private final DecodeImage decode;

    StoredPictures(AgroalDataSource database, DecodeImage decode) {
        this.database = database;
        this.decode = decode;
    }

    /** An image's file. */
    record Stored(ImageId image, byte[] content) {}

    /** The files of these images, in this order; those that were deleted are left out. */
    List<Stored> load(List<ImageId> images) throws SQLException {
        String sql = "select c.image_id, c.content from unnest(?) with ordinality as wanted(id, turn)"
                + " join image_content c on c.image_id = wanted.id order by wanted.turn";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", images.stream().map(ImageId::value).toArray()));
            List<Stored> loaded = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    loaded.add(new Stored(new ImageId(row.getLong(1)), row.getBytes(2)));
                }
            }
            return loaded;
        }
    }

    BufferedImage decode(Stored stored) throws RefusedFile {
        return decode.decode(stored.content(), FeatureSet.PICTURE_SIDE);
    }
}
