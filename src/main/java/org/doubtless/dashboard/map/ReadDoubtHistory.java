package org.doubtless.dashboard.map;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doubtless.project.ProjectId;

/** Reads how the two doubts were spread in each version that was ever published. */
@ApplicationScoped
class ReadDoubtHistory {
    private static final String QUERY = """
            select m.number, m.published_at, d.images, d.model, d.data
            from model_version m join doubt_spread d on d.model_version_id = m.id
            where m.project_id = ? and m.published_at is not null order by m.number
            """;

    private final AgroalDataSource database;

    ReadDoubtHistory(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * One version.
     *
     * @param images that it scored: all that were in the pool then, whether answered or not
     * @param modelDoubt what 5, 25, 50, 75 and 95 % of them stay below
     * @param dataDoubt the same of data doubt
     */
    record Version(int model, Instant publishedAt, int images, List<Float> modelDoubt, List<Float> dataDoubt) {}

    List<Version> of(ProjectId project) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setLong(1, project.value());
            List<Version> versions = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    versions.add(new Version(
                            row.getInt(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getInt(3),
                            numbers(row.getArray(4)),
                            numbers(row.getArray(5))));
                }
            }
            return versions;
        }
    }

    private static List<Float> numbers(Array array) throws SQLException {
        return Arrays.asList((Float[]) array.getArray());
    }
}
