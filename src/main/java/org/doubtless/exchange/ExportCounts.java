package org.doubtless.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;

/**
 * How many images an export has.
 *
 * @param people labelled by people
 * @param automatic labelled by a model
 * @param unlabelled all others: open, unclear, disputed or flagged
 */
public record ExportCounts(long images, long people, long automatic, long unlabelled) {
    private static final String QUERY = """
            select count(*), count(*) filter (where i.state = 'labelled'), count(l.image_id)
            from image i
            left join automatic_label l on l.set_id = ?::bigint and l.image_id = i.id and i.state = 'waiting'
            where i.project_id = ?
            """;

    /** @param automaticSet null for none */
    static ExportCounts read(Connection connection, ProjectId project, Long automaticSet) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setObject(1, automaticSet, java.sql.Types.BIGINT);
            query.setLong(2, project.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                long images = row.getLong(1);
                long people = row.getLong(2);
                long automatic = row.getLong(3);
                return new ExportCounts(images, people, automatic, images - people - automatic);
            }
        }
    }

    /** How many of them this format has. */
    long in(Format format) {
        return format.hasUnlabelled() ? images : people + automatic;
    }
}
