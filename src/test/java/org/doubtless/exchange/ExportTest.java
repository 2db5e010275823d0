package org.doubtless.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.web.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ExportTest {
    private static final String FORMULA = "=cmd|' /C calc'!A0";
    private static final String TRAVERSAL = "../../up";

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    Sql sql;

    @Inject
    ExportProject exportProject;

    @TestHTTPResource("/")
    URI server;

    @TempDir
    Path folder;

    private TestPerson lead;
    private TestPerson ann;
    private TestPerson ben;
    private ProjectId project;

    @BeforeEach
    void project() {
        lead = people.person("Lena Voss");
        ann = people.person("Ann Ito");
        ben = people.person("Ben Okafor");
        project = projects.project(lead, "oak", FORMULA, TRAVERSAL);
        projects.member(project, ann.id(), ProjectRole.ANNOTATOR);
        projects.member(project, ben.id(), ProjectRole.ANNOTATOR);
    }

    private long image(String filename) {
        long image = projects.image(project);
        sql.update("update image set filename = ? where id = ?", filename, image);
        return image;
    }

    private void answer(long image, TestPerson by, String outcome, Integer label, String purpose) {
        sql.update(
                "insert into annotation (project_id, image_id, account_id, outcome, class_id, client_key, milliseconds,"
                        + " purpose, created_at) values (?, ?, ?, ?, (select id from project_class where project_id = ?"
                        + " and position = ?::int), gen_random_uuid()::text, 1500, ?, now())",
                project.value(),
                image,
                by.id().value(),
                outcome,
                project.value(),
                label,
                purpose);
        sql.update(
                "update image i set (state, class_id, readers) = (select r.state, r.class_id, r.readers from"
                        + " resolve_image(i.id) r) where i.id = ?",
                image);
    }

    private void answer(long image, TestPerson by, int label) {
        answer(image, by, "labelled", label, "answer");
    }

    private void askTwo(long image) {
        sql.update("update image set readers = 2 where id = ?", image);
    }

    /** A published model that has scored all images: the last class at .75. */
    private void score() {
        long model = projects.modelVersion(project);
        sql.update("update model_version set state = 'published', provenance = '{\"seed\": 42}' where id = ?", model);
        sql.update("create table image_score_" + model + " partition of image_score for values in (" + model + ")");
        sql.update(
                "insert into image_score select ?, i.id, 0.5, 0.125, 0.375, c.id, array[0.125, 0.125, 0.75]::real[] from"
                        + " image i join project_class c on c.project_id = i.project_id and c.position = 2"
                        + " where i.project_id = ?",
                model,
                project.value());
        sql.update("update project set published_model = ? where id = ?", model, project.value());
    }

    private void labelAutomatically(long image) {
        long set = sql.number(
                "insert into automatic_set (project_id, model_version_id, most_wrong, threshold, bound, created_at)"
                        + " select id, published_model, 0.02, 0.7, 0.02, now() from project where id = ? returning id",
                project.value());
        sql.update(
                "insert into automatic_label select ?, ?, id, 0.75 from project_class where project_id = ? and position = 2",
                set,
                image,
                project.value());
        // While the rule is off, labels are taken back within a second.
        sql.update(
                "update project set automatic_labels = true, automatic_since = now(), automatic_set = ? where id = ?",
                set,
                project.value());
    }

    private HttpResponse<byte[]> get(TestPerson person, String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/projects/" + project + "/export?" + query))
                .header("Authorization", "Bearer " + person.token())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private String text(String query) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(lead, query);
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(200);
        return body;
    }

    private List<CSVRecord> table(String query) throws IOException, InterruptedException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text("format=csv&" + query)))
                .getRecords();
    }

    @Test
    void a_row_says_what_became_of_an_image_and_by_whom() throws Exception {
        long waits = image("waits.png");
        long single = image("single.png");
        long agreed = image("agreed.png");
        long decided = image("decided.png");
        long disputed = image("disputed.png");
        long unclear = image("unclear.png");
        List.of(agreed, decided, disputed).forEach(this::askTwo);
        sql.update("update image set arm = 'control' where id = ?", single);
        answer(single, ann, 0);
        for (long image : List.of(agreed, decided, disputed)) {
            answer(image, ann, 0);
        }
        answer(agreed, ben, 0);
        answer(decided, ben, 1);
        answer(disputed, ben, 1);
        answer(decided, lead, "labelled", 1, "adjudication");
        answer(unclear, ben, "cannot_tell", null, "answer");

        List<CSVRecord> rows = table("");

        assertThat(rows)
                .extracting(
                        row -> row.get("image"),
                        row -> row.get("state"),
                        row -> row.get("outcome"),
                        row -> row.get("source"),
                        row -> row.get("readers"),
                        row -> row.get("agreement"),
                        row -> row.get("milliseconds"),
                        row -> row.get("annotators"),
                        row -> row.get("decided_by"))
                .containsExactly(
                        row(waits, "waiting", "", "", 0, "", "", "", ""),
                        row(single, "labelled", "labelled", "person", 1, "", 1500, ann.id(), ""),
                        row(
                                agreed,
                                "labelled",
                                "labelled",
                                "consensus",
                                2,
                                "1.0",
                                3000,
                                ann.id() + "; " + ben.id(),
                                ""),
                        row(
                                decided,
                                "labelled",
                                "labelled",
                                "adjudication",
                                2,
                                "0.5",
                                4500,
                                ann.id() + "; " + ben.id(),
                                lead.id()),
                        row(disputed, "disagreement", "", "", 2, "0.5", 3000, ann.id() + "; " + ben.id(), ""),
                        row(unclear, "cannot_tell", "cannot_tell", "person", 1, "", 1500, ben.id(), ""));
        for (CSVRecord row : rows) {
            long id = Long.parseLong(row.get("image"));
            assertThat(row.get("label_id"))
                    .isEqualTo(
                            sql.value("select coalesce(class_id::text, '') from image where id = ?", String.class, id));
            assertThat(row.get("sha256"))
                    .isEqualTo(sql.value("select encode(sha256, 'hex') from image where id = ?", String.class, id));
            assertThat(row.get("arm")).isEqualTo(id == single ? "control" : "active");
            assertThat(row.get("labelled_at").isEmpty())
                    .isEqualTo(row.get("source").isEmpty());
        }
        assertThat(table("people=true").get(3).toMap())
                .containsEntry("annotators", "Ann Ito; Ben Okafor")
                .containsEntry("decided_by", "Lena Voss");
    }

    private static org.assertj.core.groups.Tuple row(Object... cells) {
        return new org.assertj.core.groups.Tuple(
                java.util.Arrays.stream(cells).map(Object::toString).toArray());
    }

    @Test
    void automatic_labels_and_doubts_are_in_it_where_they_are_asked_for() throws Exception {
        long single = image("single.png");
        long auto = image("auto.png");
        answer(single, ann, 0);
        score();
        labelAutomatically(auto);

        assertThat(table("").get(1).toMap())
                .containsEntry("state", "waiting")
                .containsEntry("label", "")
                .doesNotContainKey("model_doubt");
        Map<String, String> row = table("labels=all&uncertainty=true").get(1).toMap();
        assertThat(row)
                .containsEntry("state", "automatic")
                .containsEntry("source", "automatic")
                .containsEntry("label", TRAVERSAL)
                .containsEntry("model_version", "1")
                .containsEntry("prediction", TRAVERSAL)
                .containsEntry("probability", "0.75")
                .containsEntry("model_doubt", "0.375")
                .containsEntry("data_doubt", "0.125");
        assertThat(row.get("labelled_at")).isNotEmpty();

        JsonPath json = JsonPath.from(text("format=json&labels=all&uncertainty=true"));
        assertThat(json.getList("images.label")).containsExactly("oak", TRAVERSAL);
        assertThat(json.getList("images.annotators"))
                .isEqualTo(List.of(List.of((int) ann.id().value()), List.of()));
        assertThat(json.getMap("manifest.counts"))
                .isEqualTo(Map.of(
                        "images", 2,
                        "labelledByPeople", 1,
                        "labelledAutomatically", 1,
                        "withoutLabel", 0,
                        "written", 2));
        assertThat(json.getList("manifest.classes.name")).containsExactly("oak", FORMULA, TRAVERSAL);
        assertThat(json.getInt("manifest.model.number")).isEqualTo(1);
        assertThat(json.getInt("manifest.model.provenance.seed")).isEqualTo(42);
        assertThat(json.getDouble("manifest.automatic.mostWrong")).isEqualTo(0.02);
        assertThat(json.getLong("manifest.project.settings.seed")).isEqualTo(42);
        assertThat(json.getMap("manifest.by"))
                .isEqualTo(Map.of("account", (int) lead.id().value()));
        assertThat(JsonPath.from(text("format=csv&part=manifest")).getMap("counts"))
                .containsEntry("withoutLabel", 1)
                .containsEntry("labelledAutomatically", 0);
    }

    @Test
    void coco_has_a_category_for_each_labelled_image_and_no_box() throws Exception {
        long single = image("a/single.png");
        long waits = image("waits.png");
        answer(single, ann, 0);

        JsonPath coco = JsonPath.from(text("format=coco"));

        long oak = sql.number("select id from project_class where project_id = ? and position = 0", project.value());
        assertThat(coco.getList("images.id", Long.class)).containsExactly(single, waits);
        assertThat(coco.getList("images.file_name")).containsExactly("a/single.png", "waits.png");
        assertThat(coco.getList("images.attributes.state")).containsExactly("labelled", "waiting");
        assertThat(coco.getList("categories.id", Long.class)).hasSize(3).contains(oak);
        assertThat(coco.getList("annotations")).hasSize(1);
        assertThat(coco.getLong("annotations[0].image_id")).isEqualTo(single);
        assertThat(coco.getLong("annotations[0].category_id")).isEqualTo(oak);
        assertThat(coco.getMap("annotations[0]")).doesNotContainKey("bbox");
        assertThat(coco.getString("info.manifest.format")).isEqualTo("doubtless-export");
    }

    @Test
    void hostile_names_stay_inside_their_cell_and_their_folder() throws Exception {
        List<String> names = List.of(
                "=HYPERLINK(\"http://x\")",
                "a\"b,c\nd.png",
                "../../etc/passwd",
                "花粉.png",
                "x".repeat(300) + ".png",
                "same.png",
                "other/same.png");
        Map<Long, String> images = new LinkedHashMap<>();
        for (String name : names) {
            long image = image(name);
            images.put(image, name);
            answer(image, ann, images.size() % 3);
        }
        List<CSVRecord> rows = table("");
        assertThat(rows)
                .extracting(row -> row.get("filename"))
                .containsExactlyElementsOf(images.values().stream()
                        .map(name -> name.startsWith("=") ? "'" + name : name)
                        .toList());
        assertThat(rows).extracting(row -> row.get("label")).contains("'" + FORMULA, TRAVERSAL);

        // The two of the same name are of one label.
        images.keySet().stream().skip(5).forEach(image -> answer(image, ben, 0));
        HttpResponse<byte[]> zip = get(lead, "format=imagefolder");
        Path file = Files.write(folder.resolve("export.zip"), zip.body());
        List<String> paths = new ArrayList<>();
        try (ZipFile whole = new ZipFile(file.toFile())) {
            whole.stream().forEach(entry -> paths.add(entry.getName()));
            assertThat(paths).startsWith("manifest.json").endsWith("images.csv").doesNotHaveDuplicates();
            assertThat(paths).hasSize(names.size() + 2);
            assertThat(paths.stream().filter(path -> path.contains("/")))
                    .allMatch(path -> folder.resolve(path)
                            .normalize()
                            .getParent()
                            .getParent()
                            .equals(folder))
                    .anyMatch(path -> path.endsWith("/花粉.png"))
                    .filteredOn(path -> path.matches("oak/same~\\d+\\.png"))
                    .hasSize(2);
            List<CSVRecord> listed = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(new String(
                            whole.getInputStream(whole.getEntry("images.csv")).readAllBytes(), StandardCharsets.UTF_8)))
                    .getRecords();
            assertThat(listed)
                    .extracting(row -> row.get("path"))
                    .containsExactlyElementsOf(paths.subList(1, paths.size() - 1));
            for (CSVRecord row : listed) {
                assertThat(whole.getInputStream(whole.getEntry(row.get("path"))).readAllBytes())
                        .isEqualTo(sql.value(
                                "select content from image_content where image_id = ?",
                                byte[].class,
                                Long.parseLong(row.get("image"))));
            }
        }
    }

    @Test
    void an_export_is_of_one_instant() throws Exception {
        long first = image("first.png");
        answer(first, ann, 0);
        ExportChoice choice = ExportChoice.of("json", null, null, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Export export = exportProject.begin(project, choice, AskedBy.COMMAND_LINE)) {
            image("later.png");
            sql.update("update image set state = 'waiting', class_id = null where id = ?", first);
            export.write(out);
        }
        JsonPath json = JsonPath.from(out.toString(StandardCharsets.UTF_8));
        assertThat(json.getList("images.label")).containsExactly("oak");
        assertThat(json.getInt("manifest.counts.labelledByPeople")).isEqualTo(1);
    }

    /** The last image's bytes are gone, when megabytes of others have been sent. */
    @Test
    void one_that_breaks_does_not_look_whole() throws Exception {
        byte[] large = new byte[3_000_000];
        for (String name : List.of("first.png", "second.png")) {
            long image = image(name);
            sql.update("update image set byte_count = ? where id = ?", large.length, image);
            sql.update("update image_content set content = ? where image_id = ?", large, image);
            answer(image, ann, 0);
        }
        long gone = image("gone.png");
        answer(gone, ann, 0);
        sql.update("delete from image_content where image_id = ?", gone);

        assertThatThrownBy(() -> get(lead, "format=imagefolder")).isInstanceOf(IOException.class);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportChoice choice = ExportChoice.of("imagefolder", null, null, null);
        try (Export export = exportProject.begin(project, choice, AskedBy.COMMAND_LINE)) {
            assertThatThrownBy(() -> export.write(out)).hasMessageContaining("image " + gone);
        }
        Path file = Files.write(folder.resolve("broken.zip"), out.toByteArray());
        assertThatThrownBy(() -> new ZipFile(file.toFile()).close()).isInstanceOf(IOException.class);
        assertThat(text("format=csv")).as("the place is free again").contains("gone.png");
    }

    @Test
    void few_run_at_once() throws Exception {
        image("first.png");
        List<Export> exports = new ArrayList<>();
        ExportChoice choice = ExportChoice.of("csv", null, null, null);
        try {
            for (int k = 0; k < ExportProject.AT_ONCE; k++) {
                exports.add(exportProject.begin(project, choice, AskedBy.COMMAND_LINE));
            }
            lead.api()
                    .get("/api/projects/" + project + "/export?format=csv")
                    .then()
                    .statusCode(429)
                    .body("code", equalTo("too_many_exports"));
        } finally {
            for (Export export : exports) {
                export.close();
            }
        }
        assertThat(text("format=csv")).contains("first.png");
    }

    @Test
    void says_what_it_does_not_know_and_how_the_file_is_called() throws SQLException {
        String path = "/api/projects/" + project + "/export";
        for (String query : List.of("", "?format=xml", "?format=csv&labels=some", "?format=csv&people=1")) {
            lead.api().get(path + query).then().statusCode(400);
        }
        lead.api()
                .get(path + "?format=coco")
                .then()
                .header("Content-Disposition", startsWith("attachment; filename=\"project-"));
        ann.api().get(path + "?format=csv").then().statusCode(403);
        assertThatThrownBy(() -> exportProject.begin(
                        new ProjectId(999_999_999), ExportChoice.of("csv", null, null, null), AskedBy.COMMAND_LINE))
                .isInstanceOf(Problem.class);
    }
}
