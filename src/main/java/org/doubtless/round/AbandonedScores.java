package org.doubtless.round;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.jobs.JobId;

/** Finds and drops scores that a killed process left unattached; the comment on their table names the job. */
final class AbandonedScores {
    private static final String COMMENT = "of job ";
    private static final String UNATTACHED = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = current_schema() and c.relkind = 'r' and not c.relispartition
              and c.relname ~ '^image_score_[0-9]+(_[0-9]+)?$'
            """;
    private static final String OF_JOB = UNATTACHED + " and obj_description(c.oid) = ?";
    private static final String OF_NOBODY = UNATTACHED + """
              and not exists (select from job where state in ('waiting', 'running')
                              and obj_description(c.oid) = ? || id)
            """;

    private static final String LOOK_AND_DROP = """
            do $$ begin
              lock table %s in access exclusive mode nowait;
              drop table %s;
            exception when lock_not_available or undefined_table then
              null;
            end $$
            """;

    private AbandonedScores() {}

    static String comment(JobId job) {
        return COMMENT + job.value();
    }

    /** Those that an earlier try of the job left. */
    static void dropOf(Connection connection, JobId job) throws SQLException {
        drop(connection, OF_JOB, comment(job));
    }

    /** Those of jobs that are over. */
    static void drop(Connection connection) throws SQLException {
        drop(connection, OF_NOBODY, COMMENT);
    }

    private static void drop(Connection connection, String sql, String parameter) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
        }
        for (String table : tables) {
            drop(connection, table);
        }
    }

    /** Not, where a process that is silent but not gone still holds it: a later round will find it again. */
    private static void drop(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOOK_AND_DROP.formatted(table, table));
        }
    }
}
