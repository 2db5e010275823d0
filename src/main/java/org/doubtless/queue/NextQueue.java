package org.doubtless.queue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Puts a newly ranked queue in the place of the served one. The entries are written as a new generation that nobody
 * sees; then, alone for a moment, leases, skips, answers and imports that came meanwhile are carried over and the
 * project is pointed to the new generation.
 */
public final class NextQueue {
    private static final int PIECE = 1 << 16;

    private NextQueue() {}

    /** A ranked image. */
    public record Entry(ImageId image, double position, Double score, Reason reason) {}

    /** Swaps in the caller's transaction; the new queue serves from its commit on. */
    public static void swap(Connection connection, ProjectId project, List<Entry> entries, Instant now)
            throws SQLException, IOException {
        long generation = nextGeneration(connection, project);
        copy(connection, project, generation, entries);
        QueueLock.holdAlone(connection, project);
        dropAnswered(connection, project, generation);
        carryOver(connection, project, generation, now);
        try (PreparedStatement update =
                connection.prepareStatement("update project set queue_generation = ? where id = ?")) {
            update.setLong(1, generation);
            update.setLong(2, project.value());
            update.executeUpdate();
        }
    }

    /** Deletes the entries of generations that serve no more; in a transaction of its own, after the swap. */
    public static void deleteOld(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from queue_entry where project_id = ?"
                + " and generation < (select queue_generation from project where id = ?)")) {
            delete.setLong(1, project.value());
            delete.setLong(2, project.value());
            delete.executeUpdate();
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
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy queue_entry (project_id, generation, image_id, position, score, reason) from stdin");
        try {
            StringBuilder lines = new StringBuilder(PIECE + 256);
            for (Entry entry : entries) {
                lines.append(project.value()).append('\t').append(generation).append('\t');
                lines.append(entry.image().value())
                        .append('\t')
                        .append(entry.position())
                        .append('\t');
                lines.append(
                        entry.score() == null
                                ? "\\N"
                                : Float.toString(entry.score().floatValue()));
                lines.append('\t').append(entry.reason().word()).append('\n');
                if (lines.length() > PIECE) {
                    send(copy, lines);
                }
            }
            send(copy, lines);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, StringBuilder lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    private static void dropAnswered(Connection connection, ProjectId project, long generation) throws SQLException {
        String sql = "delete from queue_entry q using image i where q.project_id = ? and q.generation = ?"
                + " and i.id = q.image_id and i.state <> 'waiting'";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, project.value());
            delete.setLong(2, generation);
            delete.executeUpdate();
        }
    }

    private static void carryOver(Connection connection, ProjectId project, long generation, Instant now)
            throws SQLException {
        String leases = """
                update queue_entry q
                set leased_by = old.leased_by, leased_until = old.leased_until
                from queue_entry old
                where q.project_id = ? and q.generation = ? and old.project_id = q.project_id
                  and old.generation = q.generation - 1 and old.image_id = q.image_id and old.leased_until > ?
                """;
        try (PreparedStatement update = connection.prepareStatement(leases)) {
            update.setLong(1, project.value());
            update.setLong(2, generation);
            update.setObject(3, now.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
        String skips = """
                update queue_entry q
                set position = old.position, reason = old.reason
                from queue_entry old
                where q.project_id = ? and q.generation = ? and old.project_id = q.project_id
                  and old.generation = q.generation - 1 and old.image_id = q.image_id and old.reason = 'skipped'
                """;
        String imports = """
                insert into queue_entry (project_id, generation, image_id, position, score, reason, leased_by, leased_until)
                select old.project_id, old.generation + 1, old.image_id, old.position, old.score, old.reason,
                       old.leased_by, old.leased_until
                from queue_entry old join image i on i.id = old.image_id and i.state = 'waiting'
                where old.project_id = ? and old.generation + 1 = ?
                  and not exists (select 1 from queue_entry q where q.project_id = old.project_id
                                  and q.generation = old.generation + 1 and q.image_id = old.image_id)
                """;
        for (String sql : List.of(skips, imports)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, project.value());
                statement.setLong(2, generation);
                statement.executeUpdate();
            }
        }
    }
}
