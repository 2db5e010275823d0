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
    // What a model has labelled is counted in its own table, less what somebody has answered since: little to look at.
    private static final String QUERY = """
            with chosen as (select ?::bigint as project, ?::bigint as set)
            select (select count(*) from image where project_id = project),
                   (select count(*) from image where project_id = project and state = 'labelled'),
                   (select count(*) from automatic_label where set_id = set) - (
                     select count(*) from image i join automatic_label l on l.set_id = set and l.image_id = i.id
                     where i.project_id = project and i.state in ('labelled', 'cannot_tell', 'flagged', 'disagreement'))
            from chosen
            """;

    /** @param automaticSet null for none */
    static ExportCounts read(Connection connection, ProjectId project, Long automaticSet) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setLong(1, project.value());
            query.setObject(2, automaticSet, java.sql.Types.BIGINT);
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
