package org.doubtless.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the log, newest first, some at a time. */
@ApplicationScoped
class ReadDeeds {
    private static final String SELECT = """
            select d.id, d.at, a.id, a.name, a.email, d.by_token, d.deed, d.project_id, d.project_name, e.status,
                   d.things, e.notes
            from deed d left join deed_end e on e.deed_id = d.id
            left join account a on a.id = coalesce(d.account_id, e.account_id) where true""";
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final ObjectMapper json;

    ReadDeeds(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    List<DoneDeed> newest(DeedFilter filter, int limit) throws SQLException, IOException {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder(SELECT);
        where(
                sql,
                values,
                " and d.project_id = ?",
                filter.project() == null ? null : filter.project().value());
        where(
                sql,
                values,
                " and coalesce(d.account_id, e.account_id) = ?",
                filter.account() == null ? null : filter.account().value());
        where(sql, values, " and d.deed = ?", filter.deed());
        where(sql, values, " and d.at >= ?", time(filter.from()));
        where(sql, values, " and d.at < ?", time(filter.until()));
        where(sql, values, " and d.id < ?", filter.before());
        sql.append(" order by d.id desc limit ?");
        values.add(limit);
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql.toString())) {
            for (int k = 0; k < values.size(); k++) {
                query.setObject(k + 1, values.get(k));
            }
            List<DoneDeed> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
            return found;
        }
    }

    private static void where(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private DoneDeed read(ResultSet row) throws SQLException, IOException {
        Map<String, String> things = new LinkedHashMap<>(json.readValue(row.getString(11), WORDS));
        if (row.getString(12) != null) {
            things.putAll(json.readValue(row.getString(12), WORDS));
        }
        Integer status = (Integer) row.getObject(10);
        return new DoneDeed(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                (Long) row.getObject(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getString(7),
                (Long) row.getObject(8),
                row.getString(9),
                DoneDeed.ending(status),
                status,
                things);
    }
}
