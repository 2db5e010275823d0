package org.doubtless.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.doubtless.project.ProjectId;

/**
 * Orders a project's claims, answers and imports against the moment in which a round swaps the queue. Everybody who
 * reads or changes the served queue shares it; the swap holds it alone, for milliseconds, until its commit.
 */
public final class QueueLock {
    // Keeps these numbers apart from other advisory locks of the database.
    private static final int SPACE = 0x0DBE;

    private static final int ATTEMPTS = 200;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(5);

    /** What {@link #share} sends; written before another statement it costs no round trip of its own. */
    static final String SHARE = "select pg_advisory_xact_lock_shared(?, ?)";

    private QueueLock() {}

    public static void share(Connection connection, ProjectId project) throws SQLException {
        lock(connection, project, SHARE);
    }

    /** Sets the parameters of {@link #SHARE} when it stands first; returns how many they are. */
    static int set(PreparedStatement statement, ProjectId project) throws SQLException {
        statement.setInt(1, SPACE);
        statement.setInt(2, (int) project.value());
        return 2;
    }

    /**
     * Waits for everybody who shares it. Whoever comes after somebody who waits would wait behind them, for the slowest of
     * those before; so it is tried for a while first, between people's claims.
     */
    public static void holdAlone(Connection connection, ProjectId project) throws SQLException {
        allowNoLongSilence(connection);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (isFree(connection, project)) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
        lock(connection, project, "select pg_advisory_xact_lock(?, ?)");
    }

    /** Takes it if nobody shares it. */
    private static boolean isFree(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?, ?)")) {
            set(statement, project);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /**
     * Ends this transaction if nothing is heard of it for half a minute: a machine that is stopped or cut off in the
     * middle would else hold up everybody who waits for its locks.
     */
    public static void allowNoLongSilence(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local idle_in_transaction_session_timeout = '30s'");
        }
    }

    private static void lock(Connection connection, ProjectId project, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, project);
            statement.execute();
        }
    }
}
