package org.doubtless.pool;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.doubtless.account.AccountId;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ShowArm;
import org.doubtless.web.Problem;

/** Pages through a project's images; reads no image's bytes. */
@ApplicationScoped
class ListImages {
    private final AgroalDataSource database;
    private final CountImages countImages;
    private final Clock clock;

    ListImages(AgroalDataSource database, CountImages countImages, Clock clock) {
        this.database = database;
        this.countImages = countImages;
        this.clock = clock;
    }

    /** Who reads a list, and whether they may tell the arms apart. */
    record Reader(AccountId account, ShowArm showArm) {}

    /** The page after a mark, or the first. */
    ImagePage page(ImageFilter filter, ImageOrder order, Optional<PageMark> after, int limit, Reader reader)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            Served served = served(connection, filter.project(), reader);
            if (filter.checkedBy() != null) {
                served = served.by(version(connection, filter.project(), filter.checkedBy()));
            }
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
            return new ImagePage(
                    rows,
                    next,
                    after.isEmpty() && counted(filter, served) ? countImages.of(connection, filter, served) : null);
        }
    }

    /** One image as the lists show it. */
    Optional<ImageRow> one(ProjectId project, ImageId image, Reader reader) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Served served = served(connection, project, reader);
            return ImageQuery.images(served).add(" and i.id = ?", image.value()).rows(connection, served).stream()
                    .findFirst();
        }
    }

    private static ImageQuery inOrderOfIds(
            ImageFilter filter, ImageOrder order, Served served, Optional<PageMark> after) {
        boolean rising = order == ImageOrder.ID;
        ImageQuery query = ImageQuery.images(served).among(filter, served);
        after.ifPresent(mark -> query.add(rising ? " and i.id > ?" : " and i.id < ?", mark.id()));
        return query.add(rising ? " order by i.id" : " order by i.id desc");
    }

    /** An automatic label says what the model thinks of an image without an answer, which only leads may know. */
    private Served served(Connection connection, ProjectId project, Reader reader) throws SQLException {
        String sql =
                "select published_model, automatic_set, seed, least(0.5, control_share + gold_share + repeat_share),"
                        + " gold_share + repeat_share > 0 from project where id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound("project", project, "It may have been deleted; go back to all projects.");
                }
                Long model = row.getObject(1, Long.class);
                if (reader.showArm() == ShowArm.YES) {
                    return new Served(model, row.getObject(2, Long.class), null, OwnChecks.NONE, false);
                }
                return new Served(
                        model,
                        null,
                        new Withheld(row.getLong(3), row.getDouble(4)),
                        OwnChecks.read(connection, project, reader.account(), clock.instant()),
                        row.getBoolean(5));
            }
        }
    }

    private static long version(Connection connection, ProjectId project, int number) throws SQLException {
        String sql = "select id from model_version where project_id = ? and number = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            query.setInt(2, number);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound(
                            "model version", number, "Read /api/projects/" + project + "/models for those there are.");
                }
                return row.getLong(1);
            }
        }
    }

    /** Where people are measured, a number that moves with a claim would tell of what. */
    private static boolean counted(ImageFilter filter, Served served) {
        return !served.measures() || filter.state() == null && filter.label() == null;
    }
}
