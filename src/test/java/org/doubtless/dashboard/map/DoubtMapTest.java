package org.doubtless.dashboard.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The doubt map against figures that are counted here, row by row, from what the tables hold. */
@QuarkusTest
class DoubtMapTest {
    private static final int MANY = 2500;

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    AgroalDataSource database;

    @Inject
    Sql sql;

    private TestPerson lead;
    private ProjectId project;
    private long model;

    private record Row(long image, float data, float model, String predicted, String state, boolean automatic) {}

    @BeforeEach
    void aPublishedModel() {
        lead = people.person("Lead");
        project = projects.project(lead, "cat", "dog", "bird");
        model = projects.modelVersion(project);
        sql.update("create table image_score_" + model + " partition of image_score for values in (" + model + ")");
    }

    /** Images whose doubts are drawn anew by each run; every tenth answered somehow, every seventh labelled by a model. */
    private List<Row> fill(int images) throws SQLException {
        sql.update(
                "insert into image (project_id, sha256, filename, media_type, width, height, byte_count, arm, imported_at, state)"
                        + " select ?, decode(md5(random()::text), 'hex'), 'grain.png', 'image/png', 8, 8, 3, 'active', now(),"
                        + " case when k % 10 = 0 then (array['labelled', 'cannot_tell', 'flagged', 'disagreement'])[k / 10 % 4 + 1]"
                        + " else 'waiting' end from generate_series(1, ?) k",
                project.value(), images);
        sql.update(
                "insert into image_score select ?, i.id, 0.7, (random() * 0.57)::real, (random() * 0.31)::real,"
                        + " (select id from project_class c where c.project_id = i.project_id and c.position = i.id % 3), '{1}'"
                        + " from image i where i.project_id = ?",
                model, project.value());
        long set = sql.number(
                "insert into automatic_set (project_id, model_version_id, most_wrong, created_at) values (?, ?, 0.1, now())"
                        + " returning id",
                project.value(),
                model);
        sql.update(
                "insert into automatic_label select ?, s.image_id, s.prediction, 0.9 from image_score s join image i"
                        + " on i.id = s.image_id where s.model_version_id = ? and s.image_id % 7 = 0 and i.state = 'waiting'",
                set, model);
        sql.update(
                "update project set published_model = ?, automatic_set = ?, model_threshold = 0.12, data_threshold = 0.25"
                        + " where id = ?",
                model,
                set,
                project.value());
        return rows();
    }

    private List<Row> rows() throws SQLException {
        String all = "select s.image_id, s.aleatoric, s.epistemic, c.name, i.state,"
                + " exists (select from automatic_label a where a.image_id = i.id)"
                + " from image_score s join image i on i.id = s.image_id join project_class c on c.id = s.prediction"
                + " where s.model_version_id = ?";
        List<Row> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(all)) {
            query.setLong(1, model);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getLong(1),
                            row.getFloat(2),
                            row.getFloat(3),
                            row.getString(4),
                            row.getString(5),
                            row.getBoolean(6)));
                }
            }
        }
        return rows;
    }

    @Test
    void cells_hold_what_a_count_row_by_row_finds_whatever_the_colour() throws Exception {
        List<Row> rows = fill(MANY);
        for (String colour : List.of("route", "class", "state")) {
            JsonPath map = map("?colour=" + colour + "&columns=16&rows=12");
            assertThat(map.getInt("images")).isEqualTo(MANY);
            assertThat(map.getInt("shown")).isEqualTo(MANY);
            double width = map.getDouble("window.xTo");
            double height = map.getDouble("window.yTo");
            assertThat(width).isCloseTo(0.6, within(1e-9));
            assertThat(height).isCloseTo(0.35, within(1e-9));
            assertThat(cells(map)).as(colour).isEqualTo(counted(rows, colour, width, height));
            assertThat(kinds(map)).as(colour).isEqualTo(kinds(rows, colour));
        }
    }

    @Test
    void a_window_that_holds_few_shows_each_of_them() throws Exception {
        List<Row> rows = fill(MANY);
        JsonPath map = map("?colour=class&prediction=dog&dataFrom=0.1&dataTo=0.2&modelFrom=0.05&modelTo=0.15");
        List<Row> inside = rows.stream()
                .filter(row -> row.predicted().equals("dog"))
                .filter(row -> row.data() >= 0.1f && row.data() <= 0.2f && row.model() >= 0.05f && row.model() <= 0.15f)
                .toList();
        assertThat(map.getList("cells")).isEmpty();
        assertThat(map.getList("points.image", Long.class))
                .containsExactlyInAnyOrderElementsOf(
                        inside.stream().map(Row::image).toList());
        List<Number> listed = lead.api()
                .get("/api/projects/" + project
                        + "/images?prediction=dog&dataFrom=0.1&dataTo=0.2&modelFrom=0.05&modelTo=0.15"
                        + "&order=model&limit=200")
                .then()
                .statusCode(200)
                .body("total", equalTo(inside.size()))
                .extract()
                .path("items.id");
        assertThat(listed.stream().map(Number::longValue))
                .containsExactlyElementsOf(inside.stream()
                        .sorted((a, b) -> Float.compare(b.model(), a.model()))
                        .map(Row::image)
                        .limit(200)
                        .toList());
        String csv = lead.bearer()
                .get(
                        "/api/projects/" + project
                                + "/maps/doubts/cells.csv?colour=class&prediction=dog&dataFrom=0.1&dataTo=0.2&modelFrom=0.05&modelTo=0.15")
                .asString();
        assertThat(csv.lines()).hasSize(inside.size() + 1);
    }

    @Test
    void the_table_of_cells_adds_up() throws Exception {
        fill(MANY);
        String csv = lead.bearer()
                .get("/api/projects/" + project + "/maps/doubts/cells.csv")
                .asString();
        assertThat(csv.lines()
                        .skip(1)
                        .mapToLong(line -> Long.parseLong(line.split(",")[4]))
                        .sum())
                .isEqualTo(MANY);
    }

    @Test
    void without_a_model_there_is_nothing_to_see() {
        map("").get("model");
        lead.api()
                .get("/api/projects/" + project + "/maps/doubts")
                .then()
                .body("model", nullValue())
                .body("cells", equalTo(List.of()));
        lead.api()
                .get("/api/projects/" + project + "/maps/doubts?colour=mood")
                .then()
                .statusCode(400);
        TestPerson annotator = people.person("Annotator");
        projects.member(project, annotator.id(), ProjectRole.ANNOTATOR);
        annotator.api().get("/api/projects/" + project + "/maps/doubts").then().statusCode(403);
    }

    private JsonPath map(String query) {
        return lead.api()
                .get("/api/projects/" + project + "/maps/doubts" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Column, row, images, most frequent kind and its images, by the place of the cell. */
    private static Map<Integer, List<Object>> cells(JsonPath map) {
        List<Map<String, Object>> cells = map.getList("cells");
        List<String> names = map.getList("kinds.name");
        Map<Integer, List<Object>> found = new TreeMap<>();
        for (Map<String, Object> cell : cells) {
            int place = (int) cell.get("row") * 16 + (int) cell.get("column");
            found.put(place, List.of(cell.get("images"), names.get((int) cell.get("kind")), cell.get("ofKind")));
        }
        return found;
    }

    private static Map<Integer, List<Object>> counted(List<Row> rows, String colour, double width, double height) {
        Map<Integer, Map<String, Integer>> kinds = new TreeMap<>();
        for (Row row : rows) {
            // In single precision, as the doubts are kept.
            int column = Math.min(15, (int) Math.floor(row.data() * (float) (16 / width)));
            int line = Math.min(11, (int) Math.floor(row.model() * (float) (12 / height)));
            kinds.computeIfAbsent(line * 16 + column, place -> new HashMap<>())
                    .merge(kind(row, colour), 1, Integer::sum);
        }
        Map<Integer, List<Object>> counted = new TreeMap<>();
        kinds.forEach((place, of) -> {
            String most = of.entrySet().stream()
                    .max((a, b) -> a.getValue().equals(b.getValue())
                            ? Integer.compare(order(colour, b.getKey()), order(colour, a.getKey()))
                            : a.getValue() - b.getValue())
                    .orElseThrow()
                    .getKey();
            counted.put(
                    place,
                    List.of(of.values().stream().mapToInt(Integer::intValue).sum(), most, of.get(most)));
        });
        return counted;
    }

    private static int order(String colour, String kind) {
        return (switch (colour) {
                    case "route" -> List.of("ask", "second_reader", "better_image", "automatic", "none");
                    case "class" -> List.of("cat", "dog", "bird");
                    default -> List.of("waiting", "automatic", "labelled", "cannot_tell", "flagged", "disagreement");
                })
                .indexOf(kind);
    }

    private static String kind(Row row, String colour) {
        return switch (colour) {
            case "class" -> row.predicted();
            case "state" -> row.automatic() ? "automatic" : row.state();
            default ->
                switch (row.state()) {
                    case "cannot_tell", "disagreement" -> "better_image";
                    case "waiting" -> row.model() >= 0.12 ? "ask" : row.data() >= 0.25 ? "second_reader" : "automatic";
                    default -> "none";
                };
        };
    }

    private static Map<String, Integer> kinds(JsonPath map) {
        Map<String, Integer> kinds = new TreeMap<>();
        List<Map<String, Object>> all = map.getList("kinds");
        all.forEach(kind -> kinds.put((String) kind.get("name"), (int) kind.get("images")));
        kinds.values().removeIf(images -> images == 0);
        return kinds;
    }

    private static Map<String, Integer> kinds(List<Row> rows, String colour) {
        Map<String, Integer> kinds = new TreeMap<>();
        rows.forEach(row -> kinds.merge(kind(row, colour), 1, Integer::sum));
        return kinds;
    }
}
