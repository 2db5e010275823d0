package org.doubtless.round;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.doubtless.project.ProjectId;

/** The labels that no round has seen yet: those given or changed after the newest snapshot, whatever became of its round. */
public final class NewLabels {
    // The same label said again teaches nothing; with several readers it may be the one that decides.
    private static final String COUNT = """
            with seen as (select coalesce(max(snapshot), 0) as id from round where project_id = ?)
            select count(distinct a.image_id)
            from seen join annotation a on a.id > seen.id
            join image i on i.id = a.image_id and i.arm in ('active', ?) and i.state = 'labelled'
            where a.project_id = ? and a.outcome = 'labelled' and a.purpose in ('answer', 'adjudication')
              and (i.readers > 1 or i.class_id is distinct from (
                select b.class_id from annotation b
                where b.image_id = a.image_id and b.id <= seen.id and b.outcome = 'labelled'
                  and b.purpose in ('answer', 'adjudication')
                  and not exists (select from annotation w where w.withdraws = b.id and w.id <= seen.id)
                order by b.id desc limit 1))
            """;

    private static final String AT_MOST = """
            select count(*) from (
              select 1 from annotation where project_id = ? and outcome = 'labelled' and purpose in ('answer', 'adjudication')
                and id > (select coalesce(max(snapshot), 0) from round where project_id = ?) limit ?) newest
            """;

    private static final String CHECKS = """
            select count(distinct (a.account_id, a.image_id)) from annotation a
            where a.project_id = ? and a.id > (select coalesce(max(snapshot), 0) from round where project_id = ?)
              and a.outcome = 'labelled' and a.purpose in ('gold', 'repeat')
              and not exists (select from annotation w where w.withdraws = a.id)
            """;

    private NewLabels() {}

    /** Images of the active arm with a new label. */
    static int ofActiveArm(Connection connection, ProjectId project) throws SQLException {
        return count(connection, project, "active");
    }

    /**
     * Images with a new label; all of them where it must not show which belong to the control arm, and with what only measured
     * a person: a count that stands still after an answer would give it away.
     */
    public static int count(Connection connection, ProjectId project, boolean allArms) throws SQLException {
        return allArms
                ? count(connection, project, "control") + checks(connection, project)
                : count(connection, project, "active");
    }

    private static int count(Connection connection, ProjectId project, String arm) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(COUNT)) {
            query.setLong(1, project.value());
            query.setString(2, arm);
            query.setLong(3, project.value());
            return one(query);
        }
    }

    private static int checks(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(CHECKS)) {
            query.setLong(1, project.value());
            query.setLong(2, project.value());
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
