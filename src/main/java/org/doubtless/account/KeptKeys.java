package org.doubtless.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;

/** The keys that people chose, on the server, so that they have them on every machine. */
@ApplicationScoped
class KeptKeys {
    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;

    KeptKeys(AgroalDataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    KeySettings of(AccountId account) throws SQLException, JsonProcessingException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select keys::text from account_keys where account_id = ?")) {
            query.setLong(1, account.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? json.readValue(row.getString(1), KeySettings.class) : KeySettings.USUAL;
            }
        }
    }

    void put(AccountId account, KeySettings keys) throws SQLException, JsonProcessingException {
        try (Connection connection = database.getConnection();
                PreparedStatement put = connection.prepareStatement("""
                        insert into account_keys (account_id, keys, changed_at) values (?, ?::jsonb, ?)
                        on conflict (account_id) do update set keys = excluded.keys, changed_at = excluded.changed_at
                        """)) {
            put.setLong(1, account.value());
            put.setString(2, json.writeValueAsString(keys));
            put.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            put.executeUpdate();
        }
    }
}
