package org.doubtless.round;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doubtless.account.AccountId;
import org.doubtless.project.ProjectId;

/**
 * The one round that follows the round under way, however often it was asked for. It is kept in the database, so that
 * neither a restart nor the end of the round under way, whatever that end is, loses it.
 *
 * @param by who asked; empty unless it was by hand
 */
record WantedRound(RoundCause cause, Optional<AccountId> by) {
    // A wish of a person is the one to name, because a pause does not take it back.
    private static final String WANT = """
            insert into wanted_round (project_id, cause, wanted_by, wanted_at) values (?, ?, ?, ?)
            on conflict (project_id) do update
              set cause = excluded.cause, wanted_by = excluded.wanted_by, wanted_at = excluded.wanted_at
              where wanted_round.cause <> 'hand' and excluded.cause = 'hand'
            """;

    /** A pool is ranked before anybody has labelled it. */
    boolean needsNoLabels() {
        return cause == RoundCause.IMPORT;
    }

    static void want(Connection connection, ProjectId project, WantedRound wanted, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(WANT)) {
            insert.setLong(1, project.value());
            insert.setString(2, wanted.cause().word());
            insert.setObject(3, wanted.by().map(AccountId::value).orElse(null), java.sql.Types.BIGINT);
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    static Optional<WantedRound> of(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select cause, wanted_by from wanted_round where project_id = ?")) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new WantedRound(
                                RoundCause.of(row.getString(1)),
                                Optional.ofNullable(row.getObject(2, Long.class))
                                        .map(AccountId::new)))
                        : Optional.empty();
            }
        }
    }

    /** Takes the wish back; false when there was none. */
    static boolean drop(Connection connection, ProjectId project) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from wanted_round where project_id = ?")) {
            delete.setLong(1, project.value());
            return delete.executeUpdate() == 1;
        }
    }

    static List<ProjectId> projects(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select project_id from wanted_round");
                ResultSet row = query.executeQuery()) {
            List<ProjectId> projects = new ArrayList<>();
            while (row.next()) {
                projects.add(new ProjectId(row.getLong(1)));
            }
            return projects;
        }
    }
}
