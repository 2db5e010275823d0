package org.doubtless.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/** What becomes of a queue entry after an answer; called inside the answer's transaction, under {@link QueueLock}. */
public final class SettleEntry {
    // One round trip.
    private static final String REMOVE = "delete from queue_entry where image_id = ?;"
            + " delete from automatic_label a using image i join project p on p.id = i.project_id"
            + " where i.id = ? and a.set_id = p.automatic_set and a.image_id = i.id";

    private SettleEntry() {}

    /** Who skipped what, and when; the number rises with every answer. */
    public record Turn(ProjectId project, ImageId image, AccountId account, long number, Instant now) {}

    /** Takes an answered image out of the queue; an automatic label gives way to the answer. */
    public static void remove(Connection connection, ImageId image) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            delete.setLong(1, image.value());
            delete.setLong(2, image.value());
            delete.execute();
        }
    }

    /**
     * Frees a skipped image and moves it behind everything else; a later turn means farther back. An image that went on
     * to somebody else stays with them: a late skip must not hand it to a third.
     */
    public static void toTheEnd(Connection connection, Turn turn) throws SQLException {
        String sql =
                "update queue_entry set position = 1 + ?::double precision, reason = case reason when 'audit' then reason else 'skipped' end, leased_by = null,"
                        + " leased_until = '-infinity' where project_id = ? and image_id = ?"
                        + " and (leased_by = ? or leased_until <= ?)";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, turn.number());
            update.setLong(2, turn.project().value());
            update.setLong(3, turn.image().value());
            update.setLong(4, turn.account().value());
            update.setObject(5, turn.now().atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    /** Puts an image back to the front, leased to the person who took their own answer back, else to nobody (null). */
    public static void putBack(Connection connection, ProjectId project, ImageId image, AccountId holder, Instant now)
            throws SQLException {
        String sql = """
                insert into queue_entry (project_id, generation, image_id, position, score, reason, leased_by, leased_until)
                select p.id, p.queue_generation, i.id, 0, null,
                       case when i.arm = 'control' then 'control'
                            when exists (select from automatic_audit a
                                         where a.set_id = p.automatic_set and a.image_id = i.id) then 'audit'
                            else 'unscored' end,
                       holder, case when holder is null then '-infinity' else ? + make_interval(secs => p.lease_seconds) end
                from project p join image i on i.project_id = p.id, cast(? as bigint) holder
                where p.id = ? and i.id = ?
                on conflict (project_id, generation, image_id) do nothing
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, now.atOffset(ZoneOffset.UTC));
            insert.setObject(2, holder == null ? null : holder.value(), Types.BIGINT);
            insert.setLong(3, project.value());
            insert.setLong(4, image.value());
            insert.executeUpdate();
        }
    }
}
