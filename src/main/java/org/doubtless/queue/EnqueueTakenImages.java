package org.doubtless.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.doubtless.pool.Arm;
import org.doubtless.pool.ImagesTaken;
import org.doubtless.pool.TakenImage;
import org.doubtless.project.ProjectId;

/** Lets every image that comes into the pool wait in the served queue, at a place drawn by chance among the others. */
@ApplicationScoped
class EnqueueTakenImages implements ImagesTaken {
    private static final String INSERT = """
            insert into queue_entry (project_id, generation, image_id, position, reason)
            select p.id, p.queue_generation, taken.image, taken.lot, taken.reason
            from project p, unnest(?::bigint[], ?::double precision[], ?::text[]) as taken(image, lot, reason)
            where p.id = ?
            """;

    @Override
    public void taken(Connection connection, ProjectId project, List<TakenImage> images) throws SQLException {
        // Before the generation is read: a swap meanwhile would not carry over what is not committed yet.
        QueueLock.share(connection, project);
        Object[] ids = images.stream().map(image -> image.id().value()).toArray();
        Object[] lots = images.stream().map(TakenImage::lot).toArray();
        Object[] reasons = images.stream()
                .map(image -> (image.arm() == Arm.CONTROL ? Reason.CONTROL : Reason.UNSCORED).word())
                .toArray();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("bigint", ids));
            insert.setArray(2, connection.createArrayOf("float8", lots));
            insert.setArray(3, connection.createArrayOf("text", reasons));
            insert.setLong(4, project.value());
            insert.executeUpdate();
        }
        QueueArrival.note(
                connection, project, images.stream().map(TakenImage::id).toList());
    }
}
