package org.doubtless.account;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Finds the active account behind a session or a token; asked on every request, so plain SQL. */
@ApplicationScoped
class FindAccount {
    /** A token's last use is written at most this often. */
    private static final Duration USE_PACE = Duration.ofMinutes(1);

    private final AgroalDataSource database;
    private final Clock clock;

    FindAccount(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<AccountPrincipal> bySession(Session session) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select id, email, name, administrator, password_hash from account where id = ? and active"
                                + " and not exists (select from ended_session where ended_session.id = ?)")) {
            query.setLong(1, session.account().value());
            query.setString(2, session.id());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && session.beganWith(row.getString("password_hash"))
                        ? Optional.of(principal(row))
                        : Optional.empty();
            }
        }
    }

    Optional<AccountPrincipal> byToken(String token) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select a.id, a.email, a.name, a.administrator, t.id as token, t.last_used_at"
                                + " from api_token t join account a on a.id = t.account_id"
                                + " where t.hash = ? and t.revoked_at is null and a.active")) {
            query.setBytes(1, ApiToken.hash(token));
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                noteUse(connection, row.getLong("token"), row.getObject("last_used_at", OffsetDateTime.class));
                return Optional.of(principal(row));
            }
        }
    }

    private void noteUse(Connection connection, long token, OffsetDateTime lastUse) throws SQLException {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        if (lastUse != null && lastUse.plus(USE_PACE).isAfter(now)) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement("update api_token set last_used_at = ? where id = ?")) {
            update.setObject(1, now);
            update.setLong(2, token);
            update.executeUpdate();
        }
    }

    private static AccountPrincipal principal(ResultSet row) throws SQLException {
        return new AccountPrincipal(
                new AccountId(row.getLong("id")),
                row.getString("email"),
                row.getString("name"),
                row.getBoolean("administrator"));
    }
}
