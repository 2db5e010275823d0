package org.doubtless.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.account.AccountId;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/**
 * Leases entries of the served queue to one person. That is one statement: it picks the first entries in the order of the
 * queue, passes over those that somebody else is just claiming, and notes the lease, so that no image goes to two people
 * and nobody waits for anybody.
 */
@ApplicationScoped
class LeaseEntries {
    // Nobody waits for the disk: a server that stops within a second may forget a claim, and the image is claimed anew.
    // An
    // answer waits, and takes everything before it to the disk with it, so that none can outlive its claim.
    private static final String LIGHTLY = ", set_config('synchronous_commit', 'off', true)";
    // The lock is sent along with the claim: two statements, one round trip, and the second sees what the lock waited
    // for.
    private static final String CLAIM = QueueLock.SHARE + LIGHTLY + """
            ; with turn as (
              select queue_generation, queue_length, lease_seconds, published_model from project where id = ?
            ), picked as (
              select q.image_id from queue_entry q
              where q.project_id = ? and q.generation = (select queue_generation from turn) and %s
              order by q.position, q.image_id
              limit ?
              for update of q skip locked
            ), taken as (
              update queue_entry q
              set leased_by = ?, leased_until = ? + make_interval(secs => (select lease_seconds from turn))
              from picked
              where q.project_id = ? and q.generation = (select queue_generation from turn)
                and q.image_id = picked.image_id
              returning q.image_id, q.generation, q.position, q.score, q.reason
            ), noted as (
              insert into lease (project_id, image_id, account_id, claimed_at, generation, position, score, reason,
                                 model_version_id)
              select ?, image_id, ?, ?, generation, position, score, reason, (select published_model from turn)
              from taken
              returning id, image_id, claimed_at, position, reason, model_version_id
            )
            select l.image_id, l.id, i.filename, i.width, i.height,
                   l.claimed_at + make_interval(secs => (select lease_seconds from turn)), i.arm, l.reason,
                   s.total, s.aleatoric, s.epistemic, s.probabilities, s.votes,
                   l.position, (select queue_length from turn)
            from noted l join image i on i.id = l.image_id
            left join image_score s on s.model_version_id = l.model_version_id and s.image_id = l.image_id
            order by l.position, l.image_id
            """;
    // The second condition alone keeps what a person has answered, and others are still to answer, from that person.
    private static final String IS_FREE = "q.leased_until < ? and (q.answered_by is null or ? <> all (q.answered_by))";

    private static final String FREE = CLAIM.formatted(IS_FREE);
    private static final String ANY_FREE = "select exists (select from queue_entry q where q.project_id = ?"
            + " and q.generation = (select queue_generation from project where id = ?) and " + IS_FREE + ")";
    private static final String MINE = CLAIM.formatted("q.leased_until >= ? and q.leased_by = ?");
    private static final String THESE =
            CLAIM.formatted("(q.leased_until < ? or q.leased_by = ?) and q.image_id = any (?)");

    private final Clock clock;

    LeaseEntries(Clock clock) {
        this.clock = clock;
    }

    /** The first free ones. */
    List<ServedImage> free(Connection connection, ProjectId project, AccountId account, int count) throws SQLException {
        return lease(connection, FREE, project, account, count, null);
    }

    /** Whether there are such, none of which is leased by asking. */
    boolean isAnyFree(Connection connection, ProjectId project, AccountId account) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ANY_FREE)) {
            query.setLong(1, project.value());
            query.setLong(2, project.value());
            query.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            query.setLong(4, account.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Those that the person holds, anew. */
    List<ServedImage> mine(Connection connection, ProjectId project, AccountId account, int count) throws SQLException {
        return lease(connection, MINE, project, account, count, null);
    }

    /** These images, as far as they are free or the person's own. */
    List<ServedImage> these(Connection connection, ProjectId project, AccountId account, List<ImageId> images)
            throws SQLException {
        return lease(connection, THESE, project, account, images.size(), images);
    }

    private List<ServedImage> lease(
            Connection connection, String sql, ProjectId project, AccountId account, int count, List<ImageId> these)
            throws SQLException {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (PreparedStatement claim = connection.prepareStatement(sql)) {
            int at = QueueLock.set(claim, project);
            claim.setLong(++at, project.value());
            claim.setLong(++at, project.value());
            claim.setObject(++at, now);
            claim.setLong(++at, account.value());
            if (these != null) {
                Object[] ids = these.stream().map(ImageId::value).toArray();
                claim.setArray(++at, connection.createArrayOf("bigint", ids));
            }
            claim.setInt(++at, count);
            claim.setLong(++at, account.value());
            claim.setObject(++at, now);
            claim.setLong(++at, project.value());
            claim.setLong(++at, project.value());
            claim.setLong(++at, account.value());
            claim.setObject(++at, now);
            claim.execute();
            claim.getMoreResults();
            List<ServedImage> served = new ArrayList<>();
            try (ResultSet rows = claim.getResultSet()) {
                while (rows.next()) {
                    served.add(read(rows));
                }
            }
            return served;
        }
    }

    private static ServedImage read(ResultSet row) throws SQLException {
        return new ServedImage(
                new ImageId(row.getLong(1)),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7).equals("control"),
                Reason.of(row.getString(8)),
                ServedImage.Rank.of(row.getDouble(14), row.getObject(15, Integer.class), Reason.of(row.getString(8))),
                doubts(row));
    }

    private static ServedImage.Doubts doubts(ResultSet row) throws SQLException {
        if (row.getObject(9) == null) {
            return null;
        }
        Float[] boxed = (Float[]) row.getArray(12).getArray();
        float[] probabilities = new float[boxed.length];
        for (int c = 0; c < boxed.length; c++) {
            probabilities[c] = boxed[c];
        }
        byte[] votes = row.getBytes(13);
        return new ServedImage.Doubts(
                row.getDouble(9),
                row.getDouble(10),
                row.getDouble(11),
                probabilities,
                votes == null ? null : Votes.fromBytes(votes));
    }
}
