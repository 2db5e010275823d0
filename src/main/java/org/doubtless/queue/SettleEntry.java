package org.doubtless.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/** What becomes of a queue entry after an answer; called inside the answer's transaction, under {@link QueueLock}. */
public final class SettleEntry {
    // One round trip.
    private static final String NO_LABEL =
            "delete from automatic_label a using image i join project p on p.id = i.project_id"
                    + " where i.id = ? and a.set_id = p.automatic_set and a.image_id = i.id";
    // Only what serves: an older entry may be in the hands of whoever tidies up after a round.
    private static final String REMOVE = "delete from queue_entry q using image i join project p on p.id = i.project_id"
            + " where i.id = ? and q.project_id = p.id and q.generation = p.queue_generation and q.image_id = i.id; "
            + NO_LABEL;

    // By its answer, or by time.
    private static final String FREED =
            "queue_entry.leased_by = any (excluded.answered_by) or queue_entry.leased_until <= ?";

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

    /** Leaves an image that one person has answered to the further readers that it wants. */
    public static void passOn(Connection connection, ProjectId project, ImageId image, Instant now)
            throws SQLException {
        putBack(connection, project, image, null, now);
        try (PreparedStatement delete = connection.prepareStatement(NO_LABEL)) {
            delete.setLong(1, image.value());
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
                        + " and generation = (select queue_generation from project where id = ?)"
                        + " and (leased_by = ? or leased_until <= ?)";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, turn.number());
            update.setLong(2, turn.project().value());
            update.setLong(3, turn.image().value());
            update.setLong(4, turn.project().value());
            update.setLong(5, turn.account().value());
            update.setObject(6, turn.now().atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    /**
     * Lets an image wait for whoever has not answered it: where it stands, or at the front if it had left the queue; leased
     * to the person who took their own answer back, else to nobody (null). Whoever else holds it keeps it.
     */
    public static void putBack(Connection connection, ProjectId project, ImageId image, AccountId holder, Instant now)
            throws SQLException {
        String sql = """
                insert into queue_entry (project_id, generation, image_id, position, score, reason, leased_by, leased_until,
                                         answered_by)
                select p.id, p.queue_generation, i.id, 0, null,
                       case when i.arm = 'control' then 'control'
                            when exists (select from automatic_audit a
                                         where a.set_id = p.automatic_set and a.image_id = i.id) then 'audit'
                            else 'unscored' end,
                       holder, case when holder is null then '-infinity' else ? + make_interval(secs => p.lease_seconds) end,
                       (select array_agg(r.account_id) from reading r where r.image_id = i.id)
                from project p join image i on i.project_id = p.id, cast(? as bigint) holder
                where p.id = ? and i.id = ?
                on conflict (project_id, generation, image_id) do update
                set answered_by = excluded.answered_by,
                    leased_by = case when %1$s then excluded.leased_by else queue_entry.leased_by end,
                    leased_until = case when %1$s then excluded.leased_until else queue_entry.leased_until end
                where queue_entry.answered_by is distinct from excluded.answered_by
                """.formatted(FREED);
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, at);
            insert.setObject(2, holder == null ? null : holder.value(), Types.BIGINT);
            insert.setLong(3, project.value());
            insert.setLong(4, image.value());
            insert.setObject(5, at);
            insert.setObject(6, at);
            insert.executeUpdate();
        }
    }
}
