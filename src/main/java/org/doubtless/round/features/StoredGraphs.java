package org.doubtless.round.features;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/** The kept graphs of pools, so that a restart or another worker does not build them anew. */
@ApplicationScoped
class StoredGraphs {
    private static final int PIECE = 4 << 20;
    // The newest is the next round's; the one before may still be that of a round which is just ending.
    private static final int KEPT = 2;

    private final AgroalDataSource database;
    private final Clock clock;

    StoredGraphs(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Which graph, and of what.
     *
     * @param images of its rows, in their order
     */
    record StoredGraph(long id, List<ImageId> images) {}

    Optional<StoredGraph> newest(FeatureSet set, long seed) throws SQLException {
        String sql = "select id, images from neighbour_graph where feature_set_id = ? and seed = ?"
                + " order by id desc limit 1";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, set.id());
            query.setLong(2, seed);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new StoredGraph(row.getLong(1), images(row.getBytes(2))))
                        : Optional.empty();
            }
        }
    }

    Optional<Long> find(FeatureSet set, long seed, List<ImageId> images) throws SQLException {
        String sql = "select id from neighbour_graph where feature_set_id = ? and seed = ? and images_hash = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, set.id());
            query.setLong(2, seed);
            query.setBytes(3, hash(bytes(images)));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    /** What {@link org.doubtless.learning.PreparedPool#graph} gave. */
    byte[] read(long graph) throws SQLException {
        String sql = "select bytes from neighbour_graph_piece where graph_id = ? order by number";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, graph);
            query.setFetchSize(1);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            connection.setAutoCommit(false);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    bytes.writeBytes(row.getBytes(1));
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return bytes.toByteArray();
        }
    }

    /** Keeps a graph, and forgets all but the newest of the project. */
    long keep(ProjectId project, FeatureSet set, long seed, List<ImageId> images, byte[] graph) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long id = insert(connection, project, set, seed, bytes(images));
                insertPieces(connection, id, graph);
                forgetOld(connection, project);
                connection.commit();
                return id;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private long insert(Connection connection, ProjectId project, FeatureSet set, long seed, byte[] images)
            throws SQLException {
        // Built twice, by a round that was taken over and the one that took it: the same graph, and the same row.
        String sql = "insert into neighbour_graph (project_id, feature_set_id, images, images_hash, seed, created_at)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (feature_set_id, seed, images_hash)"
                + " do update set created_at = excluded.created_at returning id";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, project.value());
            insert.setLong(2, set.id());
            insert.setBytes(3, images);
            insert.setBytes(4, hash(images));
            insert.setLong(5, seed);
            insert.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void insertPieces(Connection connection, long id, byte[] graph) throws SQLException {
        String sql = "insert into neighbour_graph_piece (graph_id, number, bytes) values (?, ?, ?)"
                + " on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int number = 0; number * (long) PIECE < graph.length; number++) {
                int from = number * PIECE;
                insert.setLong(1, id);
                insert.setInt(2, number);
                insert.setBytes(3, Arrays.copyOfRange(graph, from, Math.min(graph.length, from + PIECE)));
                insert.executeUpdate();
            }
        }
    }

    private static void forgetOld(Connection connection, ProjectId project) throws SQLException {
        String sql = "delete from neighbour_graph where project_id = ? and id not in"
                + " (select id from neighbour_graph where project_id = ? order by id desc limit ?)";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, project.value());
            delete.setLong(2, project.value());
            delete.setInt(3, KEPT);
            delete.executeUpdate();
        }
    }

    private static byte[] bytes(List<ImageId> images) {
        ByteBuffer bytes = ByteBuffer.allocate(images.size() * Long.BYTES);
        images.forEach(image -> bytes.putLong(image.value()));
        return bytes.array();
    }

    private static List<ImageId> images(byte[] bytes) {
        List<ImageId> images = new ArrayList<>(bytes.length / Long.BYTES);
        for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
            images.add(new ImageId(left.getLong()));
        }
        return images;
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
