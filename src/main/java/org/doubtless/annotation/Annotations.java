package org.doubtless.annotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doubtless.account.AccountId;
import org.doubtless.project.ProjectId;
import org.doubtless.queue.LeaseState;
import org.doubtless.queue.Purpose;

/** Appends and reads annotations; nothing here or elsewhere changes or deletes one. */
final class Annotations {
    private static final String FROM = """
            select a.id, a.image_id, a.outcome, c.name, a.note, a.client_key, a.milliseconds, a.late, a.shown, a.withdraws,
                   a.created_at, a.project_id, a.account_id, a.purpose
            from %s a left join project_class c on c.id = a.class_id
            """;
    private static final String SELECT = FROM.formatted("annotation");
    private static final String APPEND = """
            with added as (
              insert into annotation (project_id, image_id, account_id, outcome, class_id, note, client_key, milliseconds,
                                      lease_id, late, shown, created_at, purpose)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              on conflict (account_id, client_key) do nothing
              returning *
            )
            """ + FROM.formatted("added");

    private Annotations() {}

    /** An annotation with whose it is. */
    record Found(AnnotationView view, ProjectId project, AccountId account, Purpose purpose) {}

    /** Appends an answer; empty when its client key was used before. */
    static Optional<AnnotationView> append(
            Connection connection,
            ProjectId project,
            AccountId account,
            Answer answer,
            LeaseState lease,
            Purpose purpose,
            Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setLong(1, project.value());
            insert.setLong(2, answer.image().value());
            insert.setLong(3, account.value());
            insert.setString(4, answer.outcome().word());
            insert.setObject(5, label(answer.outcome()), Types.BIGINT);
            insert.setString(6, answer.note());
            insert.setString(7, answer.clientKey());
            insert.setObject(8, answer.milliseconds(), Types.INTEGER);
            insert.setObject(9, lease.lease(), Types.BIGINT);
            insert.setBoolean(10, lease.late());
            insert.setString(11, answer.shown().word());
            insert.setObject(12, now.atOffset(ZoneOffset.UTC));
            insert.setString(13, purpose.word());
            return list(insert).stream().map(Found::view).findFirst();
        }
    }

    static Long label(AnnotationOutcome outcome) {
        return outcome instanceof AnnotationOutcome.Labelled labelled
                ? labelled.label().value()
                : null;
    }

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
            query.setObject(1, label(outcome), Types.BIGINT);
            query.setLong(2, found.view().id());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** One person's newest annotations of a project, newest first; not what they decided between others. */
    static List<AnnotationView> newest(Connection connection, ProjectId project, AccountId account, int limit)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                SELECT
                        + "where a.project_id = ? and a.account_id = ? and a.purpose <> 'adjudication' order by a.id desc limit ?")) {
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
                        row.getString(9),
                        row.getObject(10, Long.class),
                        row.getObject(11, OffsetDateTime.class).toInstant());
                found.add(new Found(
                        view,
                        new ProjectId(row.getLong(12)),
                        new AccountId(row.getLong(13)),
                        Purpose.of(row.getString(14))));
            }
        }
        return found;
    }
}
