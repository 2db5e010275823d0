package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.doubtless.pool.ImageId;

/** The images that no worker opens again, and why. */
@ApplicationScoped
class SetAsideImages {
    static final String DIED = "the program died while it read this image";

    private final AgroalDataSource database;

    SetAsideImages(AgroalDataSource database) {
        this.database = database;
    }

    /** Those of these images that are set aside, with the reason. */
    Map<ImageId, String> among(Collection<ImageId> images) throws SQLException {
        String sql = "select image_id, reason from image_set_aside where image_id = any(?)";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", images.stream().map(ImageId::value).toArray()));
            Map<ImageId, String> reasons = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    reasons.put(new ImageId(row.getLong(1)), row.getString(2));
                }
            }
            return reasons;
        }
    }

    static void add(Connection connection, ImageId image, String reason, Clock clock) throws SQLException {
        String sql = "insert into image_set_aside (image_id, reason, at) select id, ?, ? from image where id = ?"
                + " on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, reason);
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setLong(3, image.value());
            insert.executeUpdate();
        }
    }
}
