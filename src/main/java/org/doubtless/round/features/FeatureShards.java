package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doubtless.project.ProjectId;
import org.doubtless.round.shards.ShardRows;

/** The work of making a set's features, cut into shards that any worker may take. */
@ApplicationScoped
class FeatureShards {
    // Small enough that a killed worker loses seconds, and that two share even a small pool.
    private static final int MOST_IMAGES = 256;
    private static final long MOST_BYTES = 64L << 20;
    private static final int PIECE = 5_000;

    private final AgroalDataSource database;
    private final Clock clock;

    FeatureShards(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A set some of whose shards wait. */
    record Waiting(ProjectId project, long set) {}

    /** Cuts the images of which nothing is known into shards, oldest first, unless they are in one already. */
    void cut(ProjectId project, FeatureSet set) throws SQLException {
        // Two jobs of a project that want the same set do not cut it twice.
        String alone = "select from feature_set where id = ? for no key update";
        String missing =
                "select i.id, i.byte_count from image i left join (select unnest(images) as id from feature_shard"
                        + " where feature_set_id = ? and made_by is null) cut on cut.id = i.id where i.project_id = ? and cut.id is null"
                        + " and not exists (select from image_feature f where f.feature_set_id = ? and f.image_id = i.id) order by i.id";
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock = connection.prepareStatement(alone);
                    PreparedStatement query = connection.prepareStatement(missing)) {
                lock.setLong(1, set.id());
                lock.execute();
                query.setLong(1, set.id());
                query.setLong(2, project.value());
                query.setLong(3, set.id());
                query.setFetchSize(PIECE);
                try (ResultSet image = query.executeQuery()) {
                    cut(connection, set, image);
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void cut(Connection connection, FeatureSet set, ResultSet image) throws SQLException {
        String sql = "insert into feature_shard (feature_set_id, images) values (?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            List<Long> images = new ArrayList<>();
            long bytes = 0;
            while (image.next()) {
                images.add(image.getLong(1));
                bytes += image.getLong(2);
                if (images.size() == MOST_IMAGES || bytes >= MOST_BYTES) {
                    add(insert, set, images);
                    images.clear();
                    bytes = 0;
                }
            }
            if (!images.isEmpty()) {
                add(insert, set, images);
            }
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, FeatureSet set, List<Long> images) throws SQLException {
        insert.setLong(1, set.id());
        insert.setArray(2, insert.getConnection().createArrayOf("bigint", images.toArray()));
        insert.addBatch();
    }

    /** A shard that nobody has, for the caller alone until it is closed; empty where there is none. */
    Optional<TakenShard> take(FeatureSet set) throws SQLException {
        return TakenShard.take(database, set, clock);
    }

    /** How many images are in shards that are not made. */
    long left(FeatureSet set) throws SQLException {
        String sql = "select coalesce(sum(cardinality(images)), 0) from feature_shard"
                + " where feature_set_id = ? and made_by is null";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, set.id());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The workers that make features of the set now or made some, and how many images are in what each made. */
    Map<String, Long> makers(FeatureSet set) throws SQLException {
        String sql = "select worker, sum(images)::bigint from (select made_by as worker, cardinality(images) as images"
                + " from feature_shard where feature_set_id = ? and made_by is not null union all"
                + " select a.worker, 0 from feature_attempt a join feature_shard h on h.id = a.shard_id"
                + " where h.feature_set_id = ?) made group by worker order by worker";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, set.id());
            query.setLong(2, set.id());
            return ShardRows.makers(query);
        }
    }

    /** Nobody begins with another shard of this set. */
    void callOff(FeatureSet set) throws SQLException {
        String sql = "delete from feature_shard where id in (select id from feature_shard"
                + " where feature_set_id = ? and made_by is null for update skip locked)";
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, set.id());
            delete.executeUpdate();
        }
    }

    /** The sets that have shards to be made. */
    List<Waiting> waiting() throws SQLException {
        String sql = "select id, project_id from feature_set s where exists (select from feature_shard h"
                + " where h.feature_set_id = s.id and h.made_by is null) order by id";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<Waiting> waiting = new ArrayList<>();
            while (row.next()) {
                waiting.add(new Waiting(new ProjectId(row.getLong(2)), row.getLong(1)));
            }
            return waiting;
        }
    }
}
