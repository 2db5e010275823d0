package org.doubtless.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import org.doubtless.project.ProjectId;

/**
 * Deletes the entries of generations that serve no more, and frees their room for the next. Nobody waits for that, so it
 * goes in pieces, and leaves the disk and a processor to people's claims for as long as it takes them itself.
 */
public final class DeleteOldQueues {
    // Below it, what is written or deleted is not worth a look at the whole table.
    static final int WORTH_A_VACUUM = 20_000;
    private static final int PIECE = 5_000;
    // From where the last piece ended: what is deleted stays in the index until the vacuum.
    private static final String DELETE = """
            with piece as (
              select generation, image_id from queue_entry
              where project_id = ? and generation < (select queue_generation from project where id = ?)
                and (generation, image_id) > (?, ?)
              order by generation, image_id limit ?
            ), gone as (
              delete from queue_entry q using piece
              where q.project_id = ? and q.generation = piece.generation and q.image_id = piece.image_id
            )
            select generation, image_id, count(*) over () from piece order by generation desc, image_id desc limit 1
            """;
    private static final String ARRIVALS = "delete from queue_arrival where project_id = ? and id <"
            + " (select max(id) from queue_arrival where project_id = ?)";

    private DeleteOldQueues() {}

    /** What a piece ended with. */
    private record Piece(long generation, long image, int entries) {}

    /** After the swap, on a connection without a transaction. */
    public static void of(Connection connection, ProjectId project) throws SQLException {
        Piece piece = new Piece(-1, 0, PIECE);
        int deleted = 0;
        while (piece.entries() == PIECE) {
            long begun = System.nanoTime();
            piece = delete(connection, project, piece);
            deleted += piece.entries();
            if (piece.entries() == PIECE) {
                LockSupport.parkNanos(System.nanoTime() - begun);
            }
        }
        try (PreparedStatement delete = connection.prepareStatement(ARRIVALS)) {
            delete.setLong(1, project.value());
            delete.setLong(2, project.value());
            delete.executeUpdate();
        }
        if (deleted >= WORTH_A_VACUUM) {
            vacuum(connection, "queue_entry");
        }
    }

    private static Piece delete(Connection connection, ProjectId project, Piece last) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, project.value());
            delete.setLong(2, project.value());
            delete.setLong(3, last.generation());
            delete.setLong(4, last.image());
            delete.setInt(5, PIECE);
            delete.setLong(6, project.value());
            try (ResultSet row = delete.executeQuery()) {
                return row.next()
                        ? new Piece(row.getLong(1), row.getLong(2), row.getInt(3))
                        : new Piece(last.generation(), last.image(), 0);
            }
        }
    }

    /** With a breath now and then, which a vacuum by hand does not take by itself. */
    static void vacuum(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try {
                statement.execute("set vacuum_cost_delay = '1ms'");
                statement.execute("vacuum (analyze, truncate off) " + table);
            } finally {
                statement.execute("reset vacuum_cost_delay");
            }
        }
    }
}
