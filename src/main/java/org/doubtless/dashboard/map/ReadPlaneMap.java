package org.doubtless.dashboard.map;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.project.LabelClass;
import org.doubtless.project.Project;
import org.doubtless.project.ProjectId;
import org.doubtless.project.Projects;
import org.doubtless.project.Thresholds;

/** Reads windows of the maps. The database counts, so that a million images come as some thousand cells. */
@ApplicationScoped
class ReadPlaneMap {
    /** Up to so many images are shown one by one. */
    static final int FEW = 2000;

    private static final String SCORED = """
            select m.id, m.number, d.images, p.automatic_set,
                   (select max(s.aleatoric) from image_score s where s.model_version_id = m.id),
                   (select max(s.epistemic) from image_score s where s.model_version_id = m.id)
            from project p join model_version m on m.id = p.published_model
            left join doubt_spread d on d.model_version_id = m.id
            where p.id = ?
            """;
    private static final String LAID_OUT = """
            select m.id, m.number, d.images, p.automatic_set, 1, 1
            from project p join model_version m on m.id = p.published_model
            left join doubt_spread d on d.model_version_id = m.id
            where p.id = ? and exists (select from image_layout l where l.project_id = p.id)
            """;
    private static final String COUNT = "select count(*) from image_score where model_version_id = ?";

    private final AgroalDataSource database;
    private final Projects projects;

    ReadPlaneMap(AgroalDataSource database, Projects projects) {
        this.database = database;
        this.projects = projects;
    }

    /** @param automatic the set of automatic labels that stands; null where there is none */
    record Scored(long model, int number, long images, Long automatic, PlaneMap.Most most) {}

    PlaneMap read(ProjectId id, MapWindow asked) throws SQLException {
        Project project = projects.get(id);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // Of one instant; to compile such a query takes longer than to run it.
                statement.execute("set transaction isolation level repeatable read, read only; set local jit = off");
                return read(connection, project, asked);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static PlaneMap read(Connection connection, Project project, MapWindow asked) throws SQLException {
        Scored scored = scored(connection, project.id(), asked.plane());
        if (scored == null) {
            return nothing(asked.orOf(PlaneArea.ALL), project.thresholds());
        }
        MapWindow window = asked.orOf(scored.most().area());
        Kinds kinds = new Kinds(window.colour(), project.labels().classes());
        WindowQuery query = new WindowQuery(project.id(), scored, window, project.thresholds());
        List<PlaneMap.Point> points = points(connection, query, kinds);
        List<PlaneMap.Cell> cells = List.of();
        if (points.size() > FEW) {
            points = List.of();
            cells = cells(connection, query, kinds);
        }
        return new PlaneMap(
                scored.number(),
                scored.images(),
                kinds.all(),
                window.area(),
                scored.most(),
                project.thresholds(),
                kinds.counted(),
                window.columns(),
                window.rows(),
                cells,
                points);
    }

    private static PlaneMap nothing(MapWindow window, Thresholds thresholds) {
        PlaneArea area = window.area();
        return new PlaneMap(
                null,
                0,
                0,
                area,
                new PlaneMap.Most(0, 0),
                thresholds,
                List.of(),
                window.columns(),
                window.rows(),
                List.of(),
                List.of());
    }

    private static Scored scored(Connection connection, ProjectId project, Plane plane) throws SQLException {
        String sql = plane == Plane.DOUBTS ? SCORED : LAID_OUT;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, project.value());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next() || row.getObject(5) == null) {
                    return null;
                }
                Number images = (Number) row.getObject(3);
                long model = row.getLong(1);
                return new Scored(
                        model,
                        row.getInt(2),
                        images == null ? count(connection, model) : images.longValue(),
                        row.getObject(4, Long.class),
                        new PlaneMap.Most(row.getDouble(5), row.getDouble(6)));
            }
        }
    }

    private static long count(Connection connection, long model) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(COUNT)) {
            query.setLong(1, model);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** One more than are shown one by one, where the window holds more. */
    private static List<PlaneMap.Point> points(Connection connection, WindowQuery window, Kinds kinds)
            throws SQLException {
        List<PlaneMap.Point> points = new ArrayList<>();
        try (PreparedStatement query = window.points(connection, FEW + 1);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                points.add(new PlaneMap.Point(
                        row.getLong(1), row.getDouble(2), row.getDouble(3), kinds.place(row.getString(4))));
            }
        }
        if (points.size() <= FEW) {
            points.forEach(point -> kinds.add(point.kind(), 1));
        }
        return points;
    }

    private static List<PlaneMap.Cell> cells(Connection connection, WindowQuery window, Kinds kinds)
            throws SQLException {
        CountedCells cells = new CountedCells(window.columns(), kinds.size());
        try (PreparedStatement query = window.cells(connection);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                cells.add(row.getInt(1), row.getInt(2), kinds.place(row.getString(3)), row.getLong(4));
                cells.lowest(row.getInt(1), row.getInt(2), row.getDouble(5), row.getDouble(6));
            }
        }
        if (kinds.colour() != MapColour.CLASS) {
            try (PreparedStatement query = window.answered(connection)) {
                move(query, kinds, cells);
            }
        }
        if (kinds.colour() == MapColour.STATE) {
            try (PreparedStatement query = window.automatic(connection)) {
                move(query, kinds, cells);
            }
        }
        cells.addTo(kinds::add);
        return cells.sorted();
    }

    private static void move(PreparedStatement query, Kinds kinds, CountedCells cells) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                cells.add(row.getInt(1), row.getInt(2), kinds.place(row.getString(3)), -row.getLong(5));
                cells.add(row.getInt(1), row.getInt(2), kinds.place(row.getString(4)), row.getLong(5));
            }
        }
    }

    /** The kinds of a map, and how many images are of each. */
    private static final class Kinds {
        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> names = new ArrayList<>();
        private final long[] images;
        private final MapColour colour;

        Kinds(MapColour colour, List<LabelClass> classes) {
            this.colour = colour;
            if (colour.hasClasses()) {
                classes.forEach(each -> add(each.id().toString(), each.name()));
            }
            colour.kinds().forEach(each -> add(each, each));
            images = new long[names.size()];
        }

        private void add(String key, String name) {
            places.put(key, names.size());
            names.add(name);
        }

        MapColour colour() {
            return colour;
        }

        int size() {
            return images.length;
        }

        int place(String key) {
            return places.get(key);
        }

        void add(int place, long number) {
            images[place] += number;
        }

        long all() {
            return Arrays.stream(images).sum();
        }

        List<PlaneMap.Kind> counted() {
            List<PlaneMap.Kind> kinds = new ArrayList<>();
            for (int k = 0; k < images.length; k++) {
                kinds.add(new PlaneMap.Kind(names.get(k), images[k]));
            }
            return kinds;
        }
    }
}
