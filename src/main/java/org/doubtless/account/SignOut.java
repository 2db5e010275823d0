package org.doubtless.account;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Ends a session wherever its cookie has been copied to; the account's other sessions go on. */
@ApplicationScoped
class SignOut {
    /** The cookie has run out by then. */
    private static final Duration KEPT = SessionCookie.LIFE.plusDays(1);

    private final AgroalDataSource database;
    private final Event<AccountChanged> changed;
    private final Clock clock;

    SignOut(AgroalDataSource database, Event<AccountChanged> changed, Clock clock) {
        this.database = database;
        this.changed = changed;
        this.clock = clock;
    }

    @Transactional
    void signOut(Session session) throws SQLException {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                PreparedStatement end = connection.prepareStatement(
                        "insert into ended_session (id, ended_at) values (?, ?) on conflict do nothing");
                PreparedStatement forget =
                        connection.prepareStatement("delete from ended_session where ended_at < ?")) {
            end.setString(1, session.id());
            end.setObject(2, now);
            end.executeUpdate();
            forget.setObject(1, now.minus(KEPT));
            forget.executeUpdate();
        }
        changed.fire(new AccountChanged(session.account()));
    }
}
