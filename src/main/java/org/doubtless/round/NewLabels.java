package org.doubtless.round;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;

/** The labels that no round has seen yet: those given after the newest snapshot, whatever became of its round. */
public final class NewLabels {
    private static final String SEEN = "(select coalesce(max(snapshot), 0) from round where project_id = ?)";

    private static final String COUNT = """
            select count(distinct a.image_id)
            from annotation a join image i on i.id = a.image_id and i.arm in ('active', ?) and i.state = 'labelled'
            where a.project_id = ? and a.outcome = 'labelled' and a.purpose in ('answer', 'adjudication') and a.id >
            """ + SEEN;

    private static final String AT_MOST = """
            select count(*) from (
              select 1 from annotation where project_id = ? and outcome = 'labelled' and id > %s limit ?) newest
            """.formatted(SEEN);

    private NewLabels() {}

    /** Images of the active arm with a new label. */
    static int ofActiveArm(Connection connection, ProjectId project) throws SQLException {
        return count(connection, project, "active");
    }

    /** Images with a new label; all of them where it must not show which belong to the control arm. */
    public static int count(Connection connection, ProjectId project, boolean allArms) throws SQLException {
        return count(connection, project, allArms ? "control" : "active");
    }

    private static int count(Connection connection, ProjectId project, String arm) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(COUNT)) {
            query.setString(1, arm);
            query.setLong(2, project.value());
            query.setLong(3, project.value());
            return one(query);
        }
    }

    /** Whether so many may be new; touches no image, so that it can be asked all day. */
    static boolean mayReach(Connection connection, ProjectId project, int number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(AT_MOST)) {
            query.setLong(1, project.value());
            query.setLong(2, project.value());
            query.setInt(3, number);
            return one(query) >= number;
        }
    }

    private static int one(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
