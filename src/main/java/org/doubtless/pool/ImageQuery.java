package org.doubtless.pool;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.pool.files.ImageFormat;

/** One query for rows of a list of images; it has only the conditions that are wanted, so each has the plan that fits. */
final class ImageQuery {
    private static final String SHOWN =
            "select i.id, i.filename, i.width, i.height, i.state, c.name, pc.name, s.epistemic,"
                    + " s.aleatoric, i.media_type, i.orientation, i.arm, ac.name,"
                    + " exists (select from automatic_set t join automatic_audit u on u.set_id = t.id"
                    + " where t.project_id = i.project_id and u.image_id = i.id),"
                    + " coalesce((select d.reason from image_set_aside d where d.image_id = i.id),"
                    + " (select f.set_aside from image_feature f where f.image_id = i.id"
                    + " order by f.feature_set_id desc limit 1))";
    // By way of the few that are set aside: the rest of the pool is not looked at.
    private static final String SET_ASIDE = " and i.id in (select d.image_id from image_set_aside d union all"
            + " select f.image_id from image_feature f where f.set_aside is not null"
            + " and f.feature_set_id = (select max(id) from feature_set where project_id = ?))";
    private static final String CLASSES =
            " left join project_class c on c.id = i.class_id left join project_class pc on pc.id = s.prediction"
                    + " left join automatic_label a on a.set_id = ?::bigint and a.image_id = i.id"
                    + " left join project_class ac on ac.id = a.class_id";
    private static final String AUTOMATIC =
            " exists (select from automatic_label l where l.set_id = ?::bigint and l.image_id = i.id";

    static final String MODEL_THRESHOLD = "(select model from route_threshold where project_id = ?)";
    private static final String DATA_THRESHOLD = "(select data from route_threshold where project_id = ?)";
    // Of what a model has labelled by itself the state is waiting, too.
    private static final String ROUTE =
            " and route_of(i.state, s.epistemic, s.aleatoric, " + MODEL_THRESHOLD + ", " + DATA_THRESHOLD + ") = ?";

    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    private ImageQuery(String start) {
        this.sql = new StringBuilder(start);
    }

    static ImageQuery count(ImageFilter filter, Served served) {
        if (filter.isOnlyByScore()) {
            return new ImageQuery("select count(*) from image_score s")
                    .add(" where s.model_version_id = ?::bigint", served.model())
                    .byScore(filter);
        }
        ImageQuery query = !filter.needsScores()
                ? new ImageQuery("select count(*) from image i where true")
                : new ImageQuery("select count(*) from image i left join image_score s")
                        .add(" on s.model_version_id = ?::bigint and s.image_id = i.id where true", served.model());
        return query.among(filter, served);
    }

    /** All images, with the model's scores where it has any. The model is a value: so other models' scores are not read. */
    static ImageQuery images(Served served) {
        return new ImageQuery(SHOWN)
                .add(
                        " from image i left join image_score s on s.model_version_id = ?::bigint and s.image_id = i.id",
                        served.model())
                .add(CLASSES + " where true", served.automatic());
    }

    /** The images that the model has scored, by way of its scores. */
    static ImageQuery scored(Served served) {
        return new ImageQuery(SHOWN)
                .add(" from image_score s join image i on i.id = s.image_id" + CLASSES, served.automatic())
                .add(" where s.model_version_id = ?", served.model());
    }

    /** The ids of the images that the model has scored. */
    static ImageQuery ids(Served served) {
        return new ImageQuery("select i.id from image_score s join image i on i.id = s.image_id")
                .add(" where s.model_version_id = ?::bigint", served.model());
    }

    ImageQuery among(ImageFilter filter, Served served) {
        add(" and i.project_id = ?", filter.project().value()).byScore(filter);
        if (filter.route() != null) {
            byRoute(filter.project().value(), filter.route());
        }
        if (filter.checkedBy() != null) {
            add(" and i.arm = 'control' and i.state = 'labelled' and s.image_id is not null");
        }
        boolean byLook = !served.checks().isEmpty() && (filter.state() != null || filter.label() != null);
        if (byLook) {
            OwnChecks checks = served.checks();
            add(" and (i.id = any (?::bigint[]) or i.id <> all (?::bigint[])", checks.among(filter), checks.all());
        }
        boolean automatic = ImageFilter.AUTOMATIC.equals(filter.state());
        boolean setAside = ImageFilter.SET_ASIDE.equals(filter.state());
        if (setAside) {
            add(SET_ASIDE, filter.project().value());
        } else if (filter.state() != null) {
            add(" and i.state = ?", automatic ? ImageFilter.WAITING : filter.state());
        }
        if (automatic) {
            add(" and" + AUTOMATIC, served.automatic());
            add(filter.label() == null ? ")" : " and l.class_id = ?)");
            if (filter.label() != null) {
                values.add(filter.label().value());
            }
        } else if (filter.label() != null) {
            add(" and i.class_id = ?", filter.label().value());
        } else if (ImageFilter.WAITING.equals(filter.state()) && served.automatic() != null) {
            add(" and not" + AUTOMATIC + ")", served.automatic());
        }
        return byLook ? add(")") : this;
    }

    private ImageQuery byScore(ImageFilter filter) {
        if (filter.area() != null) {
            DoubtArea area = filter.area();
            add(" and s.aleatoric between ?::real and ?::real", area.dataFrom(), area.dataTo());
            add(" and s.epistemic between ?::real and ?::real", area.modelFrom(), area.modelTo());
        }
        if (filter.lasso() != null) {
            add(
                    " and s.image_id in (select l.image_id from image_layout l"
                            + " where l.project_id = ? and ?::polygon @> point(l.x, l.y))",
                    filter.project().value(),
                    filter.lasso().polygon());
        }
        if (filter.prediction() != null) {
            add(" and s.prediction = ?", filter.prediction().value());
        }
        return this;
    }

    /** The function of the routes decides; what it implies of state and doubts stands beside it, where indexes know it. */
    private void byRoute(long project, String route) {
        add(
                route.equals(ImageFilter.BETTER_IMAGE)
                        ? " and i.state in ('cannot_tell', 'disagreement')"
                        : " and i.state = 'waiting'");
        switch (route) {
            case ImageFilter.SECOND_READER -> {
                add(" and s.epistemic < " + MODEL_THRESHOLD, project);
                add(" and s.aleatoric >= " + DATA_THRESHOLD, project);
            }
            case ImageFilter.AUTOMATIC -> {
                add(" and s.epistemic < " + MODEL_THRESHOLD, project);
                add(" and s.aleatoric < " + DATA_THRESHOLD, project);
            }
            default -> {}
        }
        add(ROUTE, project, project, route);
    }

    ImageQuery add(String text, Object... more) {
        sql.append(text);
        values.addAll(java.util.Arrays.asList(more));
        return this;
    }

    ImageQuery first(int limit) {
        return add(" limit ?", limit);
    }

    long number(Connection connection) throws SQLException {
        try (PreparedStatement query = prepare(connection);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    List<ImageId> ids(Connection connection) throws SQLException {
        try (PreparedStatement query = prepare(connection);
                ResultSet row = query.executeQuery()) {
            List<ImageId> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(new ImageId(row.getLong(1)));
            }
            return ids;
        }
    }

    List<ImageRow> rows(Connection connection, Served served) throws SQLException {
        try (PreparedStatement query = prepare(connection);
                ResultSet row = query.executeQuery()) {
            List<ImageRow> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row(row, served));
            }
            return rows;
        }
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            query.setObject(i + 1, values.get(i));
        }
        return query;
    }

    private static ImageRow row(ResultSet row, Served served) throws SQLException {
        long id = row.getLong(1);
        // Without an answer all are withheld, since the order of serving would tell the arms apart; with one, those
        // that were when it was given: it can be given again.
        OwnChecks.Look look = served.checks().of(id);
        boolean scores = !served.isBlind()
                || look == null
                        && !row.getString(5).equals("waiting")
                        && !served.withheld()
                                .hides(new ImageId(id), row.getString(12).equals("control") || row.getBoolean(14));
        String automatic = row.getString(13);
        StoredKind kind = new StoredKind(ImageFormat.ofMediaType(row.getString(10)), row.getInt(11));
        return new ImageRow(
                id,
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                look != null ? look.state() : automatic == null ? row.getString(5) : ImageFilter.AUTOMATIC,
                look != null ? look.label() : automatic == null ? row.getString(6) : automatic,
                scores ? row.getString(7) : null,
                scores ? row.getObject(8, Float.class) : null,
                scores ? row.getObject(9, Float.class) : null,
                ImageRow.thumbnail(id),
                ImageRow.content(id),
                ImageRow.view(kind, id),
                served.isBlind() ? null : row.getString(15),
                served.isBlind() ? null : row.getString(12));
    }
}
