package org.doubtless.queue;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/**
 * Lets images that have automatic labels wait in the served queue again, piece by piece: each in a transaction of its own,
 * so that a round which swaps the queue waits for one piece, and people behind it too. An image is in the queue or in the
 * set after each.
 */
public final class TakeBackLabels {
    private static final int PIECE = 2_000;
    // Whoever answers locks the image first, too: either this sees the answer, or the answer finds the entry.
    private static final String LOCK =
            "select id from image where id = any(?) and state = 'waiting' order by id for no key update";

    private TakeBackLabels() {}

    /** What was taken back, the last by its number. */
    public record Piece(int images, long last) {
        /** What stands before the first piece. */
        public static final Piece NONE = new Piece(0, Long.MIN_VALUE);
    }

    /**
     * Takes some labels of a set back, in the caller's transaction; after the last of them the set stands no more.
     *
     * @return empty where nothing was left, or another set stands
     */
    public static Optional<Piece> next(Connection connection, ProjectId project, long set, Piece before)
            throws SQLException {
        QueueLock.share(connection, project);
        OptionalLong generation = generation(connection, project, set);
        if (generation.isEmpty()) {
            return Optional.empty();
        }
        List<ImageId> piece = labelled(connection, set, before.last());
        if (piece.isEmpty()) {
            end(connection, project);
            return Optional.empty();
        }
        Array images = connection.createArrayOf(
                "bigint", piece.stream().map(ImageId::value).toArray());
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, images);
            lock.execute();
        }
        AutomaticLabels.putBack(connection, project, set, generation.getAsLong(), images);
        QueueArrival.note(connection, project, piece);
        try (PreparedStatement delete =
                connection.prepareStatement("delete from automatic_label where set_id = ? and image_id = any(?)")) {
            delete.setLong(1, set);
            delete.setArray(2, images);
            delete.executeUpdate();
        }
        return Optional.of(new Piece(piece.size(), piece.get(piece.size() - 1).value()));
    }

    /** The queue that serves, while the set stands. */
    private static OptionalLong generation(Connection connection, ProjectId project, long set) throws SQLException {
        String sql = "select queue_generation from project where id = ? and automatic_set = ? for no key update";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            query.setLong(2, set);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static List<ImageId> labelled(Connection connection, long set, long after) throws SQLException {
        String sql = "select image_id from automatic_label where set_id = ? and image_id > ? order by image_id limit ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, set);
            query.setLong(2, after);
            query.setInt(3, PIECE);
            List<ImageId> images = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    images.add(new ImageId(row.getLong(1)));
                }
            }
            return images;
        }
    }

    private static void end(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update project set automatic_set = null where id = ?")) {
            update.setLong(1, project.value());
            update.executeUpdate();
        }
    }
}
