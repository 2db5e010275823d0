package org.doubtless.queue;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.doubtless.project.ProjectId;

/**
 * Which images that wait for an answer are not asked about, because a model has labelled them. Which labels a project has
 * is one number, the set that it points to; so a new set takes the place of the old one at once, whatever their sizes.
 */
public final class AutomaticLabels {
    private static final String ANSWERED_OR_HELD = """
            delete from %s a
            using project p, changed_meanwhile c join image i on i.id = c.image_id
            where p.id = ? and a.set_id = ? and a.image_id = c.image_id
              and (i.state <> 'waiting'
                   or exists (select from queue_entry old where old.project_id = p.id and old.generation = p.queue_generation
                              and old.image_id = c.image_id
                              and (old.leased_until > ? or old.answered_by is not null or old.reason = 'sent'))
                   or a.image_id in (select image_id from sent_to_second_reader))
            """;
    // Behind all that is ranked, the one that the model is least sure of in front; skipped ones stand behind 1.
    private static final String PUT_BACK = """
            insert into queue_entry (project_id, generation, image_id, position, reason)
            select i.project_id, ?, i.id, 1 - (1 - least(a.probability, 1)) * 1e-9, 'returned'
            from automatic_label a join image i on i.id = a.image_id and i.state = 'waiting'
            where a.set_id = ? and i.project_id = ? and (cast(? as bigint[]) is null or a.image_id = any(?))
            on conflict (project_id, generation, image_id) do nothing
            """;

    private static final String OLD = """
             using automatic_set s where s.project_id = ? and a.set_id = s.id
              and s.id < coalesce((select automatic_set from project where id = s.project_id),
                                  (select max(id) + 1 from automatic_set where project_id = s.project_id))""";

    /** Who skips what is hard, or still holds it, was asked: to forget that would make an audit look better than it is. */
    private static final String UNASKED = "delete from automatic_audit a " + OLD + """

              and exists (select from image i where i.id = a.image_id and i.state = 'waiting' and i.readers is null)
              and not exists (select from queue_entry q where q.image_id = a.image_id and q.leased_until > ?)
              and not exists (select from annotation k where k.image_id = a.image_id and k.outcome = 'skipped'
                              and k.purpose = 'answer'
                              and not exists (select from annotation w where w.withdraws = k.id))
            """;

    private AutomaticLabels() {}

    /**
     * Takes what people answered or hold by now out of a set that is about to stand: what they held when the set was made is
     * not in it, and who changed since is in a table of {@link CarryOver}. Called alone under {@link QueueLock}.
     *
     * @param generation the queue that is about to serve
     * @return the set to point to; none where there is none, or the rule was switched off meanwhile
     */
    static OptionalLong settle(Connection connection, ProjectId project, OptionalLong set, long generation, Instant now)
            throws SQLException {
        if (set.isEmpty()) {
            return set;
        }
        for (String table : new String[] {"automatic_label", "automatic_audit"}) {
            try (PreparedStatement delete = connection.prepareStatement(ANSWERED_OR_HELD.formatted(table))) {
                delete.setLong(1, project.value());
                delete.setLong(2, set.getAsLong());
                delete.setObject(3, now.atOffset(ZoneOffset.UTC));
                delete.executeUpdate();
            }
        }
        if (isOn(connection, project)) {
            return set;
        }
        putBack(connection, project, set.getAsLong(), generation, null);
        return OptionalLong.empty();
    }

    /**
     * Lets what has a label of this set wait in a queue again, at its end.
     *
     * @param images only these; null for all
     */
    static void putBack(Connection connection, ProjectId project, long set, long generation, Array images)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PUT_BACK)) {
            insert.setLong(1, generation);
            insert.setLong(2, set);
            insert.setLong(3, project.value());
            insert.setArray(4, images);
            insert.setArray(5, images);
            insert.executeUpdate();
        }
    }

    /**
     * Deletes the labels of sets that stand no more, and of what was to be audited of them that which nobody was asked about;
     * frees their room for the next. On a connection without a transaction.
     */
    public static void deleteOld(Connection connection, ProjectId project, Instant now) throws SQLException {
        int deleted = update(connection, "delete from automatic_label a " + OLD, project);
        try (PreparedStatement delete = connection.prepareStatement(UNASKED)) {
            delete.setLong(1, project.value());
            delete.setObject(2, now.atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        }
        if (deleted >= DeleteOldQueues.WORTH_A_VACUUM) {
            DeleteOldQueues.vacuum(connection, "automatic_label");
        }
    }

    private static boolean isOn(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select automatic_labels from project where id = ?")) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static int update(Connection connection, String sql, ProjectId project) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, project.value());
            return statement.executeUpdate();
        }
    }
}
