package org.doubtless.queue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.doubtless.copy.BinaryCopy;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;

/**
 * Puts a newly ranked queue in the place of the served one. The entries are written as a new generation that nobody
 * sees, and what happened until then is carried over; then, alone for a moment, what happened meanwhile, and the project
 * is pointed to the new generation. How long that moment is does not depend on the size of the pool.
 */
public final class NextQueue {
    // Below it, what is written or deleted is not worth a look at the whole table.
    static final int WORTH_A_VACUUM = 20_000;
    // Without it the planner takes the new generation for empty, and the swap grows with the square of the queue.
    private static final int WORTH_AN_ANALYSIS = 1_000;

    private NextQueue() {}

    /** A ranked image. */
    public record Entry(ImageId image, double position, Double score, Reason reason) {}

    /**
     * What is about to serve.
     *
     * @param labels the automatic labels that take the place of those that stand; their images are none of the entries
     */
    public record Next(List<Entry> entries, OptionalLong labels) {}

    /**
     * Swaps in the caller's transaction; the new queue serves from its commit on.
     *
     * @param next what is about to serve
     * @param since set before this transaction began
     */
    public static void swap(Connection connection, ProjectId project, Next next, QueueMark since, Instant now)
            throws SQLException, IOException {
        long generation = nextGeneration(connection, project);
        copy(connection, project, generation, next.entries());
        if (next.entries().size() >= WORTH_AN_ANALYSIS) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze queue_entry");
            }
        }
        CarryOver carryOver = new CarryOver(connection, project, generation, next.labels(), now);
        carryOver.everybody();
        QueueLock.holdAlone(connection, project);
        OptionalLong standing = carryOver.whoeverChangedSince(since);
        try (PreparedStatement update = connection.prepareStatement(
                "update project set queue_generation = ?, automatic_set = ? where id = ?")) {
            update.setLong(1, generation);
            update.setObject(2, standing.isPresent() ? standing.getAsLong() : null, Types.BIGINT);
            update.setLong(3, project.value());
            update.executeUpdate();
        }
    }

    /**
     * Deletes the entries of generations that serve no more, and frees their room for the next; after the swap, on a
     * connection without a transaction.
     */
    public static void deleteOld(Connection connection, ProjectId project) throws SQLException {
        int deleted = delete(
                connection,
                project,
                "delete from queue_entry where project_id = ?"
                        + " and generation < (select queue_generation from project where id = ?)");
        delete(
                connection,
                project,
                "delete from queue_arrival where project_id = ? and id <"
                        + " (select max(id) from queue_arrival where project_id = ?)");
        if (deleted >= WORTH_A_VACUUM) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum (analyze, truncate off) queue_entry");
            }
        }
    }

    private static int delete(Connection connection, ProjectId project, String sql) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, project.value());
            delete.setLong(2, project.value());
            return delete.executeUpdate();
        }
    }

    private static long nextGeneration(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select queue_generation + 1 from project where id = ?")) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void copy(Connection connection, ProjectId project, long generation, List<Entry> entries)
            throws SQLException, IOException {
        String columns = "queue_entry (project_id, generation, image_id, position, score, reason)";
        try (BinaryCopy rows = new BinaryCopy(connection, columns)) {
            for (Entry entry : entries) {
                rows.row(6)
                        .number(project.value())
                        .number(generation)
                        .number(entry.image().value())
                        .real(entry.position());
                if (entry.score() == null) {
                    rows.nothing();
                } else {
                    rows.real(entry.score().floatValue());
                }
                rows.text(entry.reason().word());
            }
            rows.end();
        }
    }
}
