package org.doubtless.annotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.doubtless.pool.ImageId;

/** Derives an image's state and label from its annotations: the newest that was neither withdrawn nor a skip holds. */
final class ImageAnswer {
    private static final String REFRESH = """
            update image set (state, class_id) = (
              select coalesce(max(newest.outcome), 'waiting'), max(newest.class_id)
              from (
                select a.outcome, a.class_id from annotation a
                where a.image_id = image.id and a.outcome in ('labelled', 'cannot_tell', 'flagged')
                  and not exists (select 1 from annotation w where w.withdraws = a.id)
                order by a.id desc limit 1
              ) newest
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
