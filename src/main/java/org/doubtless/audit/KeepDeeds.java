package org.doubtless.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.doubtless.web.DeedNote;

/** Writes the log, each row committed by itself: what becomes of the deed does not take its record back. */
@ApplicationScoped
class KeepDeeds {
    private static final String BEGIN = """
            insert into deed (at, account_id, by_token, deed, project_id, project_name, things)
            values (?, ?, ?, ?, ?, (select name from project where id = ?), ?::jsonb) returning id
            """;
    private static final String END =
            "insert into deed_end (deed_id, at, status, account_id, notes) values (?, ?, ?, ?, ?::jsonb)";

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;

    KeepDeeds(AgroalDataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    long begin(NewDeed deed) throws SQLException {
        Long project = deed.project() == null ? null : deed.project().value();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setObject(1, now());
            insert.setObject(2, deed.account() == null ? null : deed.account().value());
            insert.setBoolean(3, deed.byToken());
            insert.setString(4, deed.word());
            insert.setObject(5, project);
            insert.setObject(6, project);
            insert.setString(7, words(deed.things()));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void end(long deed, int status, DeedNote note) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(END)) {
            insert.setLong(1, deed);
            insert.setObject(2, now());
            insert.setInt(3, status);
            insert.setObject(4, note.account());
            insert.setString(5, words(note.notes()));
            insert.executeUpdate();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private String words(Map<String, String> words) {
        try {
            return json.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Words that are no JSON: " + words.keySet(), e);
        }
    }
}
