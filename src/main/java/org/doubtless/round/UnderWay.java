package org.doubtless.round;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.doubtless.jobs.JobId;
import org.doubtless.project.ProjectId;

/**
 * The round of a project that waits or runs.
 *
 * @param begun whether it has looked at the labels; until then it sees whatever comes
 */
record UnderWay(int number, JobId job, boolean begun) {
    private static final String QUERY =
            "select number, job_id, state = 'running' from round where project_id = ? and state in ('waiting', 'running')";

    static Optional<UnderWay> of(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new UnderWay(row.getInt(1), new JobId(row.getLong(2)), row.getBoolean(3)))
                        : Optional.empty();
            }
        }
    }
}
