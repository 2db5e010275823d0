package org.doubtless.annotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.doubtless.pool.ImageId;

/** Derives an image's state and label from its answers, by the one rule that the database holds: {@code resolve_image}. */
final class ImageAnswer {
    private static final String REFRESH = """
            update image set (state, class_id, readers) = (
              select r.state, r.class_id, r.readers from resolve_image(image.id) r
            )
            where id = ?
            returning state
            """;

    private ImageAnswer() {}

    /** Brings the image up to date; returns whether it waits for an answer now. */
    static boolean refresh(Connection connection, ImageId image) throws SQLException {
        try (PreparedStatement refresh = connection.prepareStatement(REFRESH)) {
            refresh.setLong(1, image.value());
            try (ResultSet row = refresh.executeQuery()) {
                return row.next() && row.getString(1).equals("waiting");
            }
        }
    }
}
