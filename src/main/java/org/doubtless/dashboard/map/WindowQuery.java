package org.doubtless.dashboard.map;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Thresholds;

/**
 * The queries of one window. A million scores are counted in one pass over their table alone, as if nobody had answered
 * anything; then those that somebody has, mostly few and named by the index of the states, are moved to what they are.
 */
final class WindowQuery {
    /** Images on one side of both thresholds have one route, which is asked once for all of a cell. */
    private static final String CELLS = """
            select cell %% ?, cell / ?, %s as kind, sum(images), min(x), min(y)
            from (
              select key / 4 as cell, key %% 4 as side, prediction, images, x, y
              from (select %s * 4 + (s.epistemic >= ?)::integer * 2 + (s.aleatoric >= ?)::integer as key,
                           %s as prediction, min(%s) as x, min(%s) as y, count(*) as images
                    from %s where %s group by 1, 2) keys) groups
            group by 1, 2, 3
            """;

    private static final String MOVED = """
            select cell %% ?, cell / ?, before, after, count(*)
            from (select %s as cell, %s as before, %s as after from %s %s where %s) moved
            group by 1, 2, 3, 4
            """;
    private static final String POINTS = """
            select s.image_id, %s, %s, %s
            from %s join image i on i.id = s.image_id
            where %s limit ?
            """;
    private static final String CELL =
            "(least(floor((%s - ?::real) * ?::real), ?) * ? + least(floor((%s - ?::real) * ?::real), ?))::integer";
    private static final String ANSWERED = "join image i on i.id = s.image_id and i.project_id = ?"
            + " and i.state in ('labelled', 'cannot_tell', 'flagged', 'disagreement')";
    private static final String AUTOMATIC =
            "join automatic_label a on a.set_id = ?::bigint and a.image_id = s.image_id";
    private static final String HAS_AUTOMATIC =
            "case when i.state = 'waiting' and exists (select from automatic_label a"
                    + " where a.set_id = ?::bigint and a.image_id = i.id) then 'automatic' else i.state end";
    private static final String ROUTE_BEFORE = "route_of('waiting', s.epistemic, s.aleatoric, ?, ?)";

    private final ProjectId project;
    private final ReadPlaneMap.Scored scored;
    private final MapWindow window;
    private final Thresholds thresholds;
    private final Plane plane;

    WindowQuery(ProjectId project, ReadPlaneMap.Scored scored, MapWindow window, Thresholds thresholds) {
        this.project = project;
        this.scored = scored;
        this.window = window;
        this.thresholds = thresholds;
        this.plane = window.plane();
    }

    int columns() {
        return window.columns();
    }

    /** Column, row, kind, images and their lowest x and y, as if none were answered. */
    PreparedStatement cells(Connection connection) throws SQLException {
        Filled sql = new Filled();
        sql.add(window.columns(), window.columns());
        String cell = cell(sql);
        sql.add(thresholds.model(), thresholds.data());
        String prediction = window.colour() == MapColour.CLASS ? "s.prediction" : "0";
        String source = source(sql);
        return sql.prepare(
                connection,
                CELLS.formatted(
                        window.colour().unanswered(), cell, prediction, plane.x(), plane.y(), source, where(sql)));
    }

    /** Column, row, what images were counted as, what they are, and how many: those that somebody has answered. */
    PreparedStatement answered(Connection connection) throws SQLException {
        Filled sql = new Filled();
        sql.add(window.columns(), window.columns());
        String cell = cell(sql);
        String before = "'" + window.colour().kinds().get(0) + "'";
        if (window.colour() == MapColour.ROUTE) {
            before = ROUTE_BEFORE;
            sql.add(thresholds.model(), thresholds.data(), thresholds.model(), thresholds.data());
        }
        String source = source(sql);
        sql.add(project.value());
        return sql.prepare(
                connection, MOVED.formatted(cell, before, window.colour().answered(), source, ANSWERED, where(sql)));
    }

    /** The same of those that a model has labelled. */
    PreparedStatement automatic(Connection connection) throws SQLException {
        Filled sql = new Filled();
        sql.add(window.columns(), window.columns());
        String cell = cell(sql);
        String source = source(sql);
        sql.add((Object) scored.automatic());
        return sql.prepare(
                connection, MOVED.formatted(cell, "'waiting'", "'automatic'", source, AUTOMATIC, where(sql)));
    }

    /** Image, x, y and kind of the images, at most so many. */
    PreparedStatement points(Connection connection, int most) throws SQLException {
        Filled sql = new Filled();
        String kind = window.colour().answered();
        if (window.colour() == MapColour.ROUTE) {
            sql.add(thresholds.model(), thresholds.data());
        } else if (window.colour() == MapColour.STATE) {
            kind = HAS_AUTOMATIC;
            sql.add((Object) scored.automatic());
        }
        String source = source(sql);
        String where = where(sql);
        sql.add(most);
        return sql.prepare(connection, POINTS.formatted(plane.x(), plane.y(), kind, source, where));
    }

    private String cell(Filled sql) {
        PlaneArea area = window.area();
        sql.add(area.yFrom(), window.rows() / (area.yTo() - area.yFrom()), window.rows() - 1, window.columns());
        sql.add(area.xFrom(), window.columns() / (area.xTo() - area.xFrom()), window.columns() - 1);
        return CELL.formatted(plane.y(), plane.x());
    }

    private String source(Filled sql) {
        if (plane == Plane.LIKENESS) {
            sql.add(scored.model());
        }
        return plane.source();
    }

    private String where(Filled sql) {
        sql.add(plane == Plane.LIKENESS ? project.value() : scored.model());
        StringBuilder where = new StringBuilder(plane.condition());
        PlaneArea area = window.area();
        if (!scored.most().isAllIn(area)) {
            where.append(" and %s between ?::real and ?::real and %s between ?::real and ?::real"
                    .formatted(plane.x(), plane.y()));
            sql.add(area.xFrom(), area.xTo(), area.yFrom(), area.yTo());
        }
        if (window.prediction() != null) {
            where.append(" and s.prediction = ?");
            sql.add(window.prediction().value());
        }
        return where.toString();
    }

    /** Values in the order in which the statement asks for them. */
    private static final class Filled {
        private final List<Object> values = new ArrayList<>();

        void add(Object... more) {
            values.addAll(Arrays.asList(more));
        }

        PreparedStatement prepare(Connection connection, String sql) throws SQLException {
            PreparedStatement query = connection.prepareStatement(sql);
            for (int k = 0; k < values.size(); k++) {
                query.setObject(k + 1, values.get(k));
            }
            return query;
        }
    }
}
