package org.doubtless.round.features;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.doubtless.jobs.WorkerName;
import org.doubtless.pool.ImageId;
import org.doubtless.round.shards.HeldRow;
import org.doubtless.round.shards.ShardRows;

/**
 * A shard that this worker holds: its row is locked by a transaction that ends with the shard, or with the process. What
 * is read meanwhile is noted beside it, so that whoever finds the note of a shard that is free knows of a death.
 */
final class TakenShard implements AutoCloseable {
    private static final String TAKE = """
            select h.id, h.images from feature_shard h join feature_set s on s.id = h.feature_set_id
            where h.feature_set_id = ? and h.made_by is null
            order by h.id limit 1 for no key update of h skip locked for key share of s
            """;

    private final DataSource database;
    private final HeldRow row;
    private final Connection held;
    private final Clock clock;
    private final FeatureSet set;
    private final long id;
    private final List<ImageId> images;
    private boolean noted;

    private TakenShard(DataSource database, HeldRow row, Clock clock, FeatureSet set, ResultSet shard)
            throws SQLException {
        this.database = database;
        this.row = row;
        this.held = row.connection();
        this.clock = clock;
        this.set = set;
        this.id = shard.getLong(1);
        this.images = ShardRows.images(shard, 2);
    }

    static Optional<TakenShard> take(DataSource database, FeatureSet set, Clock clock) throws SQLException {
        return HeldRow.take(database, TAKE, set.id(), (row, shard) -> new TakenShard(database, row, clock, set, shard));
    }

    List<ImageId> images() {
        return images;
    }

    FeatureSet set() {
        return set;
    }

    /** Whether a worker died while it had this shard; one that ended otherwise has taken its note away. */
    boolean isDeadly() throws SQLException {
        try (PreparedStatement query =
                held.prepareStatement("select from feature_attempt where shard_id = ? and worker <> ?")) {
            query.setLong(1, id);
            query.setString(2, WorkerName.own());
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Notes, for all to see at once, that its images are about to be read. */
    void note() throws SQLException {
        String sql = "insert into feature_attempt (shard_id, worker, since) values (?, ?, ?)"
                + " on conflict (shard_id) do update set worker = excluded.worker, since = excluded.since";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, id);
            insert.setString(2, WorkerName.own());
            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            noted = true;
        }
    }

    /** Keeps what was made of its images, and that it is made; all or nothing. */
    void keep(List<FeatureRows.Kept> rows) throws SQLException {
        FeatureRows.keep(held, set, rows);
        try (PreparedStatement made =
                        held.prepareStatement("update feature_shard set made_by = ?, made_at = ? where id = ?");
                PreparedStatement forget = held.prepareStatement("delete from feature_attempt where shard_id = ?")) {
            made.setString(1, WorkerName.own());
            made.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            made.setLong(3, id);
            made.executeUpdate();
            forget.setLong(1, id);
            forget.executeUpdate();
        }
        held.commit();
        noted = false;
    }

    /** Makes each of its images a shard by itself. */
    void split() throws SQLException {
        String sql = "insert into feature_shard (feature_set_id, images)"
                + " select feature_set_id, array[image] from feature_shard, unnest(images) as image where id = ?";
        try (PreparedStatement insert = held.prepareStatement(sql);
                PreparedStatement delete = held.prepareStatement("delete from feature_shard where id = ?")) {
            insert.setLong(1, id);
            insert.executeUpdate();
            delete.setLong(1, id);
            delete.executeUpdate();
        }
        held.commit();
    }

    /** Sets its only image aside for good. */
    void setAside(String reason) throws SQLException {
        SetAsideImages.add(held, images.get(0), reason, clock);
        keep(List.of(new FeatureRows.Kept(images.get(0), null, reason)));
    }

    /** Lets go of it; what was not kept is free for others, without a note: whatever happened, nobody died. */
    @Override
    public void close() throws SQLException {
        try {
            held.rollback();
            if (noted) {
                try (PreparedStatement forget =
                        held.prepareStatement("delete from feature_attempt where shard_id = ?")) {
                    forget.setLong(1, id);
                    forget.executeUpdate();
                    held.commit();
                }
            }
        } finally {
            row.close();
        }
    }
}
