package org.doubtless.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/**
 * The places of images that a lead sends on, which {@code sent_image} notes; called in the transaction that sends them or
 * takes that back, under {@link QueueLock}.
 */
public final class SentEntries {
    // Behind all that is ranked, and before what was skipped.
    private static final String END = "1 - 1e-9";

    private static final String FRONT = """
            select least(0, min(q.position)) from queue_entry q
            join project p on p.id = q.project_id and p.queue_generation = q.generation where p.id = ?
            """;
    private static final String PUT = """
            insert into queue_entry (project_id, generation, image_id, position, reason)
            select p.id, p.queue_generation, x.image_id, coalesce(x.placed, %s), ?
            from sent_image x, project p where x.sending_id = ? and p.id = ? and x.image_id = any (?)
            on conflict (project_id, generation, image_id) do update
            set position = excluded.position, reason = excluded.reason
            """.formatted(END);
    private static final String NO_LABEL = """
            delete from automatic_label a using project p
            where p.id = ? and a.set_id = p.automatic_set and a.image_id = any (?)
            """;
    private static final String BACK = """
            update queue_entry q set position = coalesce(x.position, %s), reason = coalesce(x.reason, 'returned')
            from sent_image x, project p
            where x.sending_id = ? and p.id = ? and q.project_id = p.id and q.generation = p.queue_generation
              and q.image_id = x.image_id and %s
            returning q.image_id
            """;
    /** Who skipped one since, or sent it on again, has decided anew. */
    private static final String AS_PUT = BACK.formatted(END, "q.reason = 'sent' and q.position = x.placed");

    private static final String AS_THEY_STOOD =
            BACK.formatted(END, "x.position is not null and q.reason <> 'skipped' and q.answered_by is null");

    private SentEntries() {}

    /** The place before which nothing stands. */
    public static double front(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FRONT)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        }
    }

    /** Puts images where the sending has placed them; who is in no queue comes into it, and loses an automatic label. */
    public static void putFirst(Connection connection, ProjectId project, long sending, Collection<ImageId> images)
            throws SQLException {
        put(connection, project, sending, images, Reason.SENT);
    }

    /** Lets images that have an automatic label wait again, at the end. */
    public static void letWait(Connection connection, ProjectId project, long sending, Collection<ImageId> images)
            throws SQLException {
        put(connection, project, sending, images, Reason.RETURNED);
    }

    private static void put(
            Connection connection, ProjectId project, long sending, Collection<ImageId> images, Reason reason)
            throws SQLException {
        Object[] ids = images.stream().map(ImageId::value).toArray();
        try (PreparedStatement insert = connection.prepareStatement(PUT)) {
            insert.setString(1, reason.word());
            insert.setLong(2, sending);
            insert.setLong(3, project.value());
            insert.setArray(4, connection.createArrayOf("bigint", ids));
            insert.executeUpdate();
        }
        try (PreparedStatement delete = connection.prepareStatement(NO_LABEL)) {
            delete.setLong(1, project.value());
            delete.setArray(2, connection.createArrayOf("bigint", ids));
            delete.executeUpdate();
        }
        QueueArrival.note(connection, project, images);
    }

    /** Puts those that still stand where they were put back to their old places; returns how many. */
    public static int putBack(Connection connection, ProjectId project, long sending) throws SQLException {
        return back(connection, AS_PUT, project, sending);
    }

    /** Gives those that wait in the queue again their old places. */
    public static void restore(Connection connection, ProjectId project, long sending) throws SQLException {
        back(connection, AS_THEY_STOOD, project, sending);
    }

    private static int back(Connection connection, String sql, ProjectId project, long sending) throws SQLException {
        List<ImageId> moved = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, sending);
            update.setLong(2, project.value());
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    moved.add(new ImageId(row.getLong(1)));
                }
            }
        }
        QueueArrival.note(connection, project, moved);
        return moved.size();
    }
}
