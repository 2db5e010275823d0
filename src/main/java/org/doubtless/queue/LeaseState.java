package org.doubtless.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/**
 * How an image stands to the person who answers it.
 *
 * @param lease the person's newest lease of the image, or null when there was none
 * @param purpose what an answer under that lease is for
 * @param late whether that lease had lapsed, or the image went on to somebody else
 * @param heldByAnother whether somebody else holds it now
 * @param known whether this person holds it, ever claimed it, or answered it before: what they say of it is taken
 */
public record LeaseState(Long lease, Purpose purpose, boolean late, boolean heldByAnother, boolean known) {
    private static final String QUERY = """
            select l.id, q.leased_by, q.leased_until,
                   exists (select from annotation a where a.image_id = ? and a.account_id = ?), l.reason,
                   l.claimed_at + make_interval(secs => (select lease_seconds from project where id = ?))
            from (select 1) one
            left join lateral (select * from lease where image_id = ? and account_id = ? order by id desc limit 1) l on true
            left join queue_entry q on q.image_id = ? and q.project_id = ?
              and q.generation = (select queue_generation from project where id = ?)
            """;

    public static LeaseState of(Connection connection, ProjectId project, ImageId image, AccountId account, Instant now)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setLong(1, image.value());
            query.setLong(2, account.value());
            query.setLong(3, project.value());
            query.setLong(4, image.value());
            query.setLong(5, account.value());
            query.setLong(6, image.value());
            query.setLong(7, project.value());
            query.setLong(8, project.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                Long lease = row.getObject(1, Long.class);
                Long holder = row.getObject(2, Long.class);
                boolean held = Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                        .map(until -> until.toInstant().isAfter(now))
                        .orElse(false);
                boolean mine = held && holder != null && holder == account.value();
                Purpose purpose = Purpose.ofLease(row.getString(5));
                if (purpose.checks() && !mine) {
                    // In no queue: whether the image waits there for others is another matter.
                    Instant until = row.getObject(6, OffsetDateTime.class).toInstant();
                    return new LeaseState(lease, purpose, !until.isAfter(now), false, true);
                }
                boolean answered = row.getBoolean(4);
                return new LeaseState(
                        lease, purpose, lease != null && !mine, held && !mine, mine || lease != null || answered);
            }
        }
    }
}
