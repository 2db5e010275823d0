package org.doubtless.pool;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ShowArm;
import org.doubtless.web.Problem;

/** Pages through a project's images; reads no image's bytes. */
@ApplicationScoped
class ListImages {
    private final AgroalDataSource database;

    ListImages(AgroalDataSource database) {
        this.database = database;
    }

    /** The page after a mark, or the first. */
    ImagePage page(ImageFilter filter, ImageOrder order, Optional<PageMark> after, int limit, ShowArm showArm)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            ImageQuery.Served served = served(connection, filter.project(), showArm);
            // One more than asked for tells whether there is a next page.
            List<ImageRow> rows = order.byScore()
                    ? new ByScore(connection, filter, order, served).rows(after, limit + 1)
                    : inOrderOfIds(filter, order, served, after)
                            .first(limit + 1)
                            .rows(connection, served);
            String next = null;
            if (rows.size() > limit) {
                rows = rows.subList(0, limit);
                next = PageMark.of(rows.get(limit - 1), order).write();
            }
            return new ImagePage(rows, next, after.isEmpty() ? count(connection, filter, served) : null);
        }
    }

    /** One image as the lists show it. */
    Optional<ImageRow> one(ProjectId project, ImageId image, ShowArm showArm) throws SQLException {
        try (Connection connection = database.getConnection()) {
            ImageQuery.Served served = served(connection, project, showArm);
            return ImageQuery.images(served).add(" and i.id = ?", image.value()).rows(connection, served).stream()
                    .findFirst();
        }
    }

    private static ImageQuery inOrderOfIds(
            ImageFilter filter, ImageOrder order, ImageQuery.Served served, Optional<PageMark> after) {
        boolean rising = order == ImageOrder.ID;
        ImageQuery query = ImageQuery.images(served).among(filter, served);
        after.ifPresent(mark -> query.add(rising ? " and i.id > ?" : " and i.id < ?", mark.id()));
        return query.add(rising ? " order by i.id" : " order by i.id desc");
    }

    /** An automatic label says what the model thinks of an image without an answer, which only leads may know. */
    private static ImageQuery.Served served(Connection connection, ProjectId project, ShowArm showArm)
            throws SQLException {
        String sql =
                "select published_model, automatic_set, seed, least(0.5, control_share + gold_share + repeat_share) from project where id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("project", project, "It may have been deleted; go back to all projects.");
                }
                Long model = row.getObject(1, Long.class);
                return showArm == ShowArm.YES
                        ? new ImageQuery.Served(model, row.getObject(2, Long.class), null)
                        : new ImageQuery.Served(model, null, new Withheld(row.getLong(3), row.getDouble(4)));
            }
        }
    }

    private static long count(Connection connection, ImageFilter filter, ImageQuery.Served served) throws SQLException {
        return ImageQuery.count(filter, served).among(filter, served).number(connection);
    }
}
