package org.doubtless.round.automatic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import org.doubtless.project.ProjectId;

/**
 * A project's rule as the database has it now.
 *
 * @param since when this promise was first made; null where none ever was
 * @param stopped why it is off; null where a lead switched it off
 * @param set the labels that stand
 */
record Rule(
        boolean on,
        double mostWrong,
        double auditShare,
        double controlShare,
        long seed,
        Instant since,
        String stopped,
        OptionalLong set) {
    private static final String QUERY =
            "select automatic_labels, most_wrong, audit_share, control_share, seed, automatic_since,"
                    + " automatic_stopped, automatic_set from project where id = ?";

    static Rule of(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                OffsetDateTime since = row.getObject(6, OffsetDateTime.class);
                return new Rule(
                        row.getBoolean(1),
                        row.getDouble(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        row.getLong(5),
                        since == null ? null : since.toInstant(),
                        row.getString(7),
                        row.getObject(8) == null ? OptionalLong.empty() : OptionalLong.of(row.getLong(8)));
            }
        }
    }
}
