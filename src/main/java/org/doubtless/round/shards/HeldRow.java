package org.doubtless.round.shards;

import java.sql.Connection;
import java.sql.SQLException;
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

    public static HeldRow begin(DataSource database) throws SQLException {
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
