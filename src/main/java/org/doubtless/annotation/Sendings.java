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

/** Keeps and reads what leads have sent on. */
final class Sendings {
    private static final String SELECT = """
            select s.id, s.route, (select count(*) from sent_image x where x.sending_id = s.id), s.measuring, s.answered,
                   a.name, s.created_at, s.taken_back_at
            from sending s join account a on a.id = s.account_id
            """;

    private Sendings() {}

    /** How many images of a selection were not sent, and why. */
    record PassedOver(int measuring, int answered) {}

    /** Empty where somebody used the key at the same moment. */
    static Optional<Long> insert(
            Connection connection,
            ProjectId project,
            AccountId lead,
            SendTo route,
            String clientKey,
            PassedOver over,
            Instant now)
            throws SQLException {
        String sql = "insert into sending (project_id, account_id, route, client_key, measuring, answered, created_at)"
                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, project.value());
            insert.setLong(2, lead.value());
            insert.setString(3, route.word());
            insert.setString(4, clientKey);
            insert.setInt(5, over.measuring());
            insert.setInt(6, over.answered());
            insert.setObject(7, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = insert.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    /**
     * Notes the images of a sending and where they stood.
     *
     * @param images in the order in which they are to be asked
     * @param before the place that the first of them stands behind; NaN where they are not placed
     */
    static void keep(Connection connection, long sending, List<ChosenImage> images, double before) throws SQLException {
        String sql = "insert into sent_image (sending_id, image_id, position, reason, placed, readers)"
                + " values (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int k = 0; k < images.size(); k++) {
                ChosenImage image = images.get(k);
                insert.setLong(1, sending);
                insert.setLong(2, image.id().value());
                insert.setObject(3, image.position(), Types.DOUBLE);
                insert.setString(4, image.reason());
                Double placed = Double.isNaN(before) ? null : before + (k + 1.0) / (images.size() + 1);
                insert.setObject(5, placed, Types.DOUBLE);
                insert.setObject(6, image.readers(), Types.INTEGER);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static Optional<Sending> byClientKey(Connection connection, AccountId lead, String clientKey) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + "where s.account_id = ? and s.client_key = ?")) {
            query.setLong(1, lead.value());
            query.setString(2, clientKey);
            return list(query).stream().findFirst();
        }
    }

    static Optional<Sending> byId(Connection connection, ProjectId project, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + "where s.project_id = ? and s.id = ?")) {
            query.setLong(1, project.value());
            query.setLong(2, id);
            return list(query).stream().findFirst();
        }
    }

    static List<Sending> newest(Connection connection, ProjectId project, int limit) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(SELECT + "where s.project_id = ? order by s.id desc limit ?")) {
            query.setLong(1, project.value());
            query.setInt(2, limit);
            return list(query);
        }
    }

    private static List<Sending> list(PreparedStatement query) throws SQLException {
        List<Sending> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                OffsetDateTime back = row.getObject(8, OffsetDateTime.class);
                found.add(new Sending(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        back == null ? null : back.toInstant()));
            }
        }
        return found;
    }
}
