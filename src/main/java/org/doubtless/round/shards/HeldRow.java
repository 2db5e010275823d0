package org.doubtless.round.shards;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A connection whose transaction keeps a row locked while its shard is made: what is made is written in it, and it ends
 * with the process. With one that is stopped, too, though its connection stays: while it lives it gives signs of life, and
 * the database ends the transaction that gives none.
 */
public final class HeldRow implements AutoCloseable {
    private final Connection connection;
    private final SignsOfLife life;

    private HeldRow(Connection connection, SignsOfLife life) {
        this.connection = connection;
        this.life = life;
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
        return take(database, SignsOfLife.USUAL_SILENCE, SignsOfLife.USUAL_PACE, sql, parameter, taking);
    }

    /**
     * @param silence after which it is taken for dead
     * @param pace of its signs of life
     */
    static <T> Optional<T> take(
            DataSource database, Duration silence, Duration pace, String sql, long parameter, Taking<T> taking)
            throws SQLException {
        HeldRow held = begin(database, silence, pace);
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

    private static HeldRow begin(DataSource database, Duration silence, Duration pace) throws SQLException {
        Connection connection = database.getConnection();
        HeldRow held = new HeldRow(connection, new SignsOfLife(connection));
        boolean begun = false;
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "set local idle_in_transaction_session_timeout = '%d ms'".formatted(silence.toMillis()));
            }
            held.life.begin(pace);
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
        life.end();
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
