package org.doubtless.annotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doubtless.account.AccountId;
import org.doubtless.project.ProjectId;

/** Reads annotations; nothing here or elsewhere changes or deletes one. */
final class Annotations {
    private static final String SELECT = """
            select a.id, a.image_id, a.outcome, c.name, a.note, a.client_key, a.milliseconds, a.late, a.withdraws,
                   a.created_at, a.project_id, a.account_id
            from annotation a left join project_class c on c.id = a.class_id
            """;

    private Annotations() {}

    /** An annotation with whose it is. */
    record Found(AnnotationView view, ProjectId project, AccountId account) {}

    static Optional<Found> byId(Connection connection, AnnotationId id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "where a.id = ?")) {
            query.setLong(1, id.value());
            return list(query).stream().findFirst();
        }
    }

    static Optional<Found> byClientKey(Connection connection, AccountId account, String key) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + "where a.account_id = ? and a.client_key = ?")) {
            query.setLong(1, account.value());
            query.setString(2, key);
            return list(query).stream().findFirst();
        }
    }

    /** Whether the annotation has the label of this outcome, or neither has one. */
    static boolean hasLabel(Connection connection, Found found, AnnotationOutcome outcome) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select class_id is not distinct from ? from annotation where id = ?")) {
            query.setObject(
                    1,
                    outcome instanceof AnnotationOutcome.Labelled labelled
                            ? labelled.label().value()
                            : null,
                    Types.BIGINT);
            query.setLong(2, found.view().id());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** One person's newest annotations of a project, newest first. */
    static List<AnnotationView> newest(Connection connection, ProjectId project, AccountId account, int limit)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                SELECT + "where a.project_id = ? and a.account_id = ? order by a.id desc limit ?")) {
            query.setLong(1, project.value());
            query.setLong(2, account.value());
            query.setInt(3, limit);
            return list(query).stream().map(Found::view).toList();
        }
    }

    private static List<Found> list(PreparedStatement query) throws SQLException {
        List<Found> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                AnnotationView view = new AnnotationView(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, Integer.class),
                        row.getBoolean(8),
                        row.getObject(9, Long.class),
                        row.getObject(10, OffsetDateTime.class).toInstant());
                found.add(new Found(view, new ProjectId(row.getLong(11)), new AccountId(row.getLong(12))));
            }
        }
        return found;
    }
}
