package org.doubtless.pool;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;

/**
 * What stands beside a project's images.
 *
 * @param model whose scores they have; null where none is published
 * @param automatic the set of automatic labels; null where there is none, or the reader must not know it
 * @param withheld of which images the reader learns no scores; null for one who may tell the arms apart
 * @param checks by what the reader is or was measured
 * @param measures whether it measures those who may not tell the arms apart
 */
record Served(Long model, Long automatic, Withheld withheld, OwnChecks checks, boolean measures) {
    boolean isBlind() {
        return withheld != null;
    }

    /** The same with the scores of another model. */
    Served by(long other) {
        return new Served(other, automatic, withheld, checks, measures);
    }

    /** What leads see, who know all. */
    static Served toLeads(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select published_model, automatic_set from project where id = ?")) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("project", project, "It may have been deleted; go back to all projects.");
                }
                return new Served(
                        row.getObject(1, Long.class), row.getObject(2, Long.class), null, OwnChecks.NONE, false);
            }
        }
    }
}
