package org.doubtless.pool;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doubtless.pool.files.ImageFormat;

/** Pages through a project's images; reads no image's bytes. */
@ApplicationScoped
public class ListImages {
    private static final String COLUMNS =
            "select i.id, i.filename, i.width, i.height, i.state, c.name, pc.name, s.epistemic,"
                    + " s.aleatoric, i.media_type, i.orientation, i.arm";
    private static final String TABLES = " from image i join project p on p.id = i.project_id"
            + " left join project_class c on c.id = i.class_id"
            + " left join image_score s on s.model_version_id = p.published_model and s.image_id = i.id"
            + " left join project_class pc on pc.id = s.prediction";

    private final AgroalDataSource database;

    ListImages(AgroalDataSource database) {
        this.database = database;
    }

    /** The page after a mark, or the first; the arm is shown on request only. */
    ImagePage page(ImageFilter filter, ImageOrder order, Optional<PageMark> after, int limit, ShowArm showArm)
            throws SQLException {
        String sign = order.ascending() ? " > " : " < ";
        String direction = order.ascending() ? " asc" : " desc";
        String mark = after.isEmpty()
                ? ""
                : order.byScore() ? " and (" + order.key() + ", i.id) < (?::real, ?)" : " and i.id" + sign + "?";
        String sorted = order.byScore() ? order.key() + direction + ", i.id" + direction : "i.id" + direction;
        String sql = COLUMNS + TABLES + chosen(filter) + mark + " order by " + sorted + " limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int place = choose(query, filter);
            if (after.isPresent()) {
                if (order.byScore()) {
                    query.setFloat(place++, after.get().key());
                }
                query.setLong(place++, after.get().id());
            }
            // One more than asked for tells whether there is a next page.
            query.setInt(place, limit + 1);
            List<ImageRow> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row, showArm));
                }
            }
            String next = null;
            if (rows.size() > limit) {
                rows.remove(limit);
                next = mark(rows.get(limit - 1), order).write(order);
            }
            return new ImagePage(rows, next, after.isEmpty() ? count(connection, filter) : null);
        }
    }

    /** One image as the lists show it. */
    Optional<ImageRow> one(ImageId image, ShowArm showArm) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COLUMNS + TABLES + " where i.id = ?")) {
            query.setLong(1, image.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row(row, showArm)) : Optional.empty();
            }
        }
    }

    private static long count(Connection connection, ImageFilter filter) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select count(*) from image i" + chosen(filter))) {
            choose(query, filter);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Only the conditions that are wanted: each set of them has the plan that fits it. */
    private static String chosen(ImageFilter filter) {
        return " where i.project_id = ?"
                + (filter.state() == null ? "" : " and i.state = ?")
                + (filter.label() == null ? "" : " and i.class_id = ?");
    }

    private static int choose(PreparedStatement query, ImageFilter filter) throws SQLException {
        int place = 1;
        query.setLong(place++, filter.project().value());
        if (filter.state() != null) {
            query.setString(place++, filter.state());
        }
        if (filter.label() != null) {
            query.setLong(place++, filter.label().value());
        }
        return place;
    }

    private static PageMark mark(ImageRow last, ImageOrder order) {
        Float score = order == ImageOrder.MODEL ? last.model() : last.data();
        return new PageMark(score == null ? -1 : score, last.id());
    }

    private static ImageRow row(ResultSet row, ShowArm showArm) throws SQLException {
        long id = row.getLong(1);
        StoredKind kind = new StoredKind(ImageFormat.ofMediaType(row.getString(10)), row.getInt(11));
        return new ImageRow(
                id,
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, Float.class),
                row.getObject(9, Float.class),
                ImageRow.thumbnail(id),
                ImageRow.content(id),
                ImageRow.view(kind, id),
                showArm == ShowArm.YES ? row.getString(12) : null);
    }
}
