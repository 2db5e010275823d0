package org.doubtless.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.doubtless.project.ProjectId;
import org.doubtless.web.Problem;

/** A project at one instant, however long the reading of it takes. */
final class Snapshot implements AutoCloseable {
    private static final String START = """
            select transaction_timestamp(), p.published_model, v.number, p.automatic_set
            from project p left join model_version v on v.id = p.published_model where p.id = ?
            """;

    private final Connection connection;
    private final ProjectId project;
    private Instant at;
    private Long model;
    private int modelNumber;
    private Long automaticSet;

    private Snapshot(Connection connection, ProjectId project) {
        this.connection = connection;
        this.project = project;
    }

    static Snapshot of(DataSource database, ProjectId project) throws SQLException {
        Snapshot snapshot = new Snapshot(database.getConnection(), project);
        try {
            snapshot.begin();
        } catch (SQLException | RuntimeException e) {
            snapshot.close();
            throw e;
        }
        return snapshot;
    }

    private void begin() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
        // The first query is the instant.
        try (PreparedStatement query = connection.prepareStatement(START)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("project", project, "It may have been deleted.");
                }
                at = row.getObject(1, OffsetDateTime.class).toInstant();
                model = row.getObject(2, Long.class);
                modelNumber = row.getInt(3);
                automaticSet = row.getObject(4, Long.class);
            }
        }
    }

    Connection connection() {
        return connection;
    }

    ProjectId project() {
        return project;
    }

    Instant at() {
        return at;
    }

    /** Null where none is published. */
    Long model() {
        return model;
    }

    int modelNumber() {
        return modelNumber;
    }

    /** The automatic labels that stand, if they are asked for. */
    Optional<Long> automaticSet(ExportChoice choice) {
        return choice.automatic() ? Optional.ofNullable(automaticSet) : Optional.empty();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
