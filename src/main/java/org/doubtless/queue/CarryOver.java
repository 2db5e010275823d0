package org.doubtless.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.doubtless.project.ProjectId;

/**
 * Carries over to a new generation what the served one knows beside the ranking: who is answered already, who is leased,
 * who was skipped to the end or sent to the front, who came in meanwhile.
 */
final class CarryOver {
    // All images, or those that the condition picks by the id of an image in q or old.
    private static final String ANSWERED = """
            delete from queue_entry q using image i
            where q.project_id = ? and q.generation = ? and i.id = q.image_id and i.state <> 'waiting' %s
            """;
    // An entry that was carried over as skipped or sent, and is so no more, is where that left it.
    private static final String LEASES_AND_SKIPS = """
            update queue_entry q
            set leased_by = old.leased_by, leased_until = old.leased_until, answered_by = old.answered_by,
                position = case when 'skipped' in (old.reason, q.reason) or 'sent' in (old.reason, q.reason)
                                then old.position else q.position end,
                reason = case when q.reason = 'audit' then q.reason
                              when 'skipped' in (old.reason, q.reason) or 'sent' in (old.reason, q.reason)
                              then old.reason else q.reason end
            from queue_entry old
            where q.project_id = ? and q.generation = ? and old.project_id = q.project_id
              and old.generation = q.generation - 1 and old.image_id = q.image_id %s
            """;
    private static final String NEWCOMERS = """
            insert into queue_entry (project_id, generation, image_id, position, score, reason, leased_by, leased_until,
                                     answered_by)
            select old.project_id, old.generation + 1, old.image_id, old.position, old.score, old.reason,
                   old.leased_by, old.leased_until, old.answered_by
            from queue_entry old join image i on i.id = old.image_id and i.state = 'waiting'
            where old.project_id = ? and old.generation + 1 = ? %s
              and not exists (select 1 from queue_entry q where q.project_id = old.project_id
                              and q.generation = old.generation + 1 and q.image_id = old.image_id)
              and not exists (select 1 from automatic_label a where a.set_id = ? and a.image_id = old.image_id)
            """;
    private static final String CHANGED = """
            insert into changed_meanwhile
            select image_id from annotation where id > %1$d and project_id = %4$d
            union select image_id from lease where id > %2$d and project_id = %4$d
            union select i.id from queue_arrival a join image i on i.id between a.first_image and a.last_image
            where a.id > %3$d and a.project_id = %4$d and i.project_id = %4$d
            """;
    private static final String ONE_OF_THEM = "and %s.image_id in (select image_id from changed_meanwhile)";

    private final Connection connection;
    private final ProjectId project;
    private final long generation;
    private final OptionalLong labels;
    private final Instant now;

    /** @param labels the automatic labels that are about to stand: their images are in no queue */
    CarryOver(Connection connection, ProjectId project, long generation, OptionalLong labels, Instant now) {
        this.connection = connection;
        this.project = project;
        this.generation = generation;
        this.labels = labels;
        this.now = now;
    }

    /** While people go on: what they do meanwhile is for {@link #whoeverChangedSince}. */
    void everybody() throws SQLException {
        run(ANSWERED.formatted(""));
        String worth =
                "and (old.leased_until > '%s' or old.reason in ('skipped', 'sent') or old.answered_by is not null)"
                        .formatted(now.atOffset(ZoneOffset.UTC));
        run(LEASES_AND_SKIPS.formatted(worth));
        newcomers("");
    }

    /** Does beforehand what {@link #whoeverChangedSince} needs, and what changes nothing. */
    void prepareForTheRest() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table changed_meanwhile (image_id bigint) on commit drop");
        }
    }

    /** Under the lock, which nobody else holds; returns the automatic labels that are left to stand. */
    OptionalLong whoeverChangedSince(QueueMark since) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CHANGED.formatted(since.annotation(), since.lease(), since.arrival(), project.value()));
            statement.execute("analyze changed_meanwhile");
        }
        OptionalLong standing = AutomaticLabels.settle(connection, project, labels, generation, now);
        run(ANSWERED.formatted(ONE_OF_THEM.formatted("q")));
        run(LEASES_AND_SKIPS.formatted(ONE_OF_THEM.formatted("old")));
        newcomers(ONE_OF_THEM.formatted("old"));
        return standing;
    }

    private void newcomers(String which) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NEWCOMERS.formatted(which))) {
            insert.setLong(1, project.value());
            insert.setLong(2, generation);
            insert.setObject(3, labels.isPresent() ? labels.getAsLong() : null, Types.BIGINT);
            insert.executeUpdate();
        }
    }

    private void run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, project.value());
            statement.setLong(2, generation);
            statement.executeUpdate();
        }
    }
}
