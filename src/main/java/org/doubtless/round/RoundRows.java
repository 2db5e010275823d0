package org.doubtless.round;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;

/** The rows of the rounds and their states: waiting → running → published, failed or cancelled. */
@ApplicationScoped
class RoundRows {
    private final AgroalDataSource database;
    private final Clock clock;

    RoundRows(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Marks the round as running; a round that a dead worker left running begins again. False when it has ended. */
    @Transactional
    boolean begin(long round) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update round set state = 'running' where id = ? and state in ('waiting', 'running')")) {
            update.setLong(1, round);
            return update.executeUpdate() == 1;
        }
    }

    @Transactional
    void end(long round, String state) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("update round set state = ?, finished_at = ?"
                        + " where id = ? and state in ('waiting', 'running')")) {
            update.setString(1, state);
            update.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            update.setLong(3, round);
            update.executeUpdate();
        }
    }

    long seed(long round) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select seed from round where id = ?")) {
            query.setLong(1, round);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
