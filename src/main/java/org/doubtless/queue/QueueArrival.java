package org.doubtless.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/**
 * Notes who comes into the served queue from elsewhere than a round, so that the next round's swap carries them over
 * without looking at everybody. Called under {@link QueueLock}, in the transaction that puts them there.
 */
public final class QueueArrival {
    private QueueArrival() {}

    /** Between the lowest and the highest of these; others between them do no harm. */
    public static void note(Connection connection, ProjectId project, Collection<ImageId> images) throws SQLException {
        if (images.isEmpty()) {
            return;
        }
        Comparator<ImageId> byNumber = Comparator.comparingLong(ImageId::value);
        String sql = "insert into queue_arrival (project_id, first_image, last_image) values (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, project.value());
            insert.setLong(2, Collections.min(images, byNumber).value());
            insert.setLong(3, Collections.max(images, byNumber).value());
            insert.executeUpdate();
        }
    }
}
