package org.doubtless.round.shards;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A connection whose transaction keeps a row locked while its shard is made: what is made is written in it, and it ends
 * with the process.
 */
public final class HeldRow implements AutoCloseable {
    private final Connection connection;

    private HeldRow(Connection connection) {
        this.connection = connection;
    }

    /** Makes what was taken of its row. */
    public interface Taking<T> {
        T of(HeldRow held, ResultSet row) throws SQLException;
    }

    /**
     * Takes a row that nobody has; empty where there is none. What is made of it closes the held row.
     *
     * @param sql that locks one row at most, with one parameter
     */
    public static <T> Optional<T> take(DataSource database, String sql, long parameter, Taking<T> taking)
            throws SQLException {
        HeldRow held = begin(database);
        T taken = null;
        try (PreparedStatement query = held.connection.prepareStatement(sql)) {
            query.setLong(1, parameter);
            try (ResultSet row = query.executeQuery()) {
                taken = row.next() ? taking.of(held, row) : null;
            }
            return Optional.ofNullable(taken);
        } finally {
            if (taken == null) {
                held.close();
            }
        }
    }

    private static HeldRow begin(DataSource database) throws SQLException {
        HeldRow held = new HeldRow(database.getConnection());
        boolean begun = false;
        try {
            held.connection.setAutoCommit(false);
            begun = true;
            return held;
        } finally {
            if (!begun) {
                held.close();
            }
        }
    }

    public Connection connection() {
        return connection;
    }

    /** Gives the connection back; what was not committed is undone. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
