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
     * Swaps in the caller's transaction; the new queue serves from its commit on, and until then everybody waits: what is
     * left to do after it must be small.
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
        carryOver.prepareForTheRest();
        flush(connection);
        QueueLock.holdAlone(connection, project);
        OptionalLong standing = carryOver.whoeverChangedSince(since);
        try (PreparedStatement update = connection.prepareStatement(
                "update project set queue_generation = ?, queue_length = ?, automatic_set = ? where id = ?")) {
            update.setLong(1, generation);
            update.setInt(2, next.entries().size());
            update.setObject(3, standing.isPresent() ? standing.getAsLong() : null, Types.BIGINT);
            update.setLong(4, project.value());
            if (update.executeUpdate() == 0) {
                throw new IllegalStateException("Project " + project + " was deleted meanwhile");
            }
        }
    }

    /** Brings what was written so far to the disk, so that the commit, for which everybody waits, has little left to bring. */
    private static void flush(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_logical_emit_message(false, 'doubtless', '', true)");
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
