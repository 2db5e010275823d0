package org.doubtless.round;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.project.ProjectId;

/**
 * Takes old models' scores out of those that people read. Dropping a partition waits for every reader of any scores, and
 * everybody who claims waits for it; detaching it waits for the readers, too, but holds nobody up meanwhile. What is
 * detached belongs to no job any more and is dropped as {@link AbandonedScores} are.
 */
final class DetachScores {
    private static final String OLD = """
            select c.relname from model_version m
            join pg_class c on c.oid = to_regclass('image_score_' || m.id) and c.relispartition
            where m.project_id = ? and m.state <> 'published'
              and m.number <= (select max(number) from model_version where project_id = ?) - ?
            """;
    private static final String BEGUN = """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'image_score'::regclass and i.inhdetachpending
            """;

    private DetachScores() {}

    /**
     * Detaches the scores of all but the published model and the newest ones, so many of them. On a connection without a
     * transaction.
     */
    static void old(Connection connection, ProjectId project, int newest) throws SQLException {
        finish(connection);
        try (PreparedStatement query = connection.prepareStatement(OLD)) {
            query.setLong(1, project.value());
            query.setLong(2, project.value());
            query.setInt(3, newest);
            for (String partition : names(query)) {
                detach(connection, partition, "concurrently");
            }
        }
    }

    /** Ends what a killed process or an impatient one has begun: until then no other can begin. */
    static void finish(Connection connection) throws SQLException {
        for (String partition : begun(connection)) {
            try {
                detach(connection, partition, "finalize");
            } catch (SQLException e) {
                // Unless whoever began it has ended it meanwhile: the database goes on for a while without its client.
                if (begun(connection).contains(partition)) {
                    throw e;
                }
            }
        }
    }

    private static List<String> begun(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BEGUN)) {
            return names(query);
        }
    }

    private static void detach(Connection connection, String partition, String how) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try {
                statement.execute("set lock_timeout = '1min'");
                statement.execute("alter table image_score detach partition " + partition + " " + how);
            } finally {
                statement.execute("reset lock_timeout");
            }
        }
    }

    private static List<String> names(PreparedStatement query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
