package org.doubtless.pool;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestBrowser;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that an annotator may read tells which images measure the models. */
@QuarkusTest
class ControlArmIsBlindTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestQueue queue;

    @Inject
    Sql sql;

    private TestPerson lead;
    private TestPerson annotator;
    private ProjectId project;
    private String base;
    private long active;
    private long control;
    private long job;
    private long model;

    @BeforeEach
    void aProjectWithAModel() {
        lead = people.person("Lead");
        annotator = people.person("Annotator");
        project = projects.project(lead, "cat", "dog");
        projects.member(project, annotator.id(), ProjectRole.ANNOTATOR);
        base = "/api/projects/" + project;
        active = queue.waiting(project, 0.1);
        control = queue.control(project, 0.2);
        job = sql.number(
                "insert into job (project_id, kind, state, title, result, created_at) values (?, 'import', 'done',"
                        + " 'Import', '{\"taken\": 2, \"active\": 1, \"control\": 1, \"comparison\": \"12 of 24\"}', now()) returning id",
                project.value());
        sql.update("insert into job_log (job_id, at, line, for_leads) values (?, now(), '24 measure', true)", job);
        sql.update("insert into job_log (job_id, at, line) values (?, now(), 'Ranked')", job);
        model = sql.number(
                "insert into model_version (project_id, number, state, parameters, metrics, provenance, created_at)"
                        + " values (?, 1, 'published', '', '{}',"
                        + " '{\"seed\": 42, \"trainingSetHash\": \"ab\", \"newestAnnotation\": 7}', now()) returning id",
                project.value());
        sql.update("create table image_score_" + model + " partition of image_score for values in (" + model + ")");
        // A control image may be without scores, or have them; no other one may look like it or unlike it.
        score(active);
        sql.update("update project set published_model = ? where id = ?", model, project.value());
    }

    @Test
    void no_answer_to_an_annotator_names_the_arm_or_what_it_is_drawn_by() {
        for (String path : paths()) {
            assertThat(read(annotator, path))
                    .as(path)
                    .doesNotContain("\"seed\"", "\"arm\"", "trainingSetHash", "newestAnnotation", "\"provenance\"");
        }
        for (String path : List.of(base + "/jobs", "/api/jobs/" + job)) {
            assertThat(read(annotator, path))
                    .as(path)
                    .contains("\"taken\"")
                    .doesNotContain("\"control\"", "\"active\"", "comparison");
        }
        annotator.api().get("/api/jobs/" + job).then().body("log.line", equalTo(List.of("Ranked")));
    }

    @Test
    void a_lead_reads_all_of_it() {
        lead.api().get(base).then().body("settings.seed", equalTo(42));
        lead.api().get(base + "/models/1").then().body("provenance.trainingSetHash", equalTo("ab"));
        lead.api().get(base + "/models").then().body("items[0].provenance.seed", equalTo(42));
        lead.api().get("/api/jobs/" + job).then().body("result.control", equalTo(1));
        lead.api().get("/api/jobs/" + job).then().body("log.line", equalTo(List.of("24 measure", "Ranked")));
        lead.api().get(base + "/jobs").then().body("items[0].result.active", equalTo(1));
        lead.api().get("/api/images/" + active).then().body("model", notNullValue());
    }

    /** With five labels a round, an exact count would tell how many of the last five measure the models. */
    @Test
    void counts_of_rounds_and_models_are_whole_tens_but_for_leads() {
        sql.update(
                "update model_version set metrics = '{\"trainingLabels\": 57, \"controlLabels\": 23, \"brier\": 0.12345,"
                        + " \"accuracy\": {\"value\": 0.8696, \"low\": 0.6787, \"high\": 0.9546, \"n\": 23}, \"comparison\":"
                        + " {\"with\": 1, \"images\": 23, \"low\": -0.1, \"high\": 0.1, \"sentence\": \"of 23 images\"}}',"
                        + " published_at = now() where id = ?",
                model);
        sql.update(
                "insert into round (project_id, number, cause, state, seed, training_labels, control_labels,"
                        + " model_version_id, created_at) values (?, 1, 'hand', 'published', 1, 57, 23, ?, now())",
                project.value(),
                model);
        for (String path : List.of(base + "/rounds", base + "/models", base + "/models/1", base + "/status")) {
            assertThat(read(annotator, path))
                    .as(path)
                    .doesNotContain("Labels\":57", "Labels\":23", "\"n\":23", "of 23", "0.8696", "0.12345");
        }
        assertThat(read(annotator, base + "/models/1/compare?with=1"))
                .doesNotContain("Labels\":57", "\"n\":23", "0.8696");
        annotator.api().get(base + "/models/1").then().body("metrics.accuracy.n", equalTo(20));
        annotator.api().get(base + "/rounds").then().body("items[0].trainingLabels", equalTo(50));
        lead.api().get(base + "/models/1").then().body("metrics.accuracy.n", equalTo(23));
        lead.api().get(base + "/status").then().body("rounds[0].trainingLabels", equalTo(57));
        lead.api().get(base + "/rounds").then().body("items[0].controlLabels", equalTo(23));
        TestBrowser.signedIn(annotator)
                .request()
                .get("/projects/" + project + "/models/1")
                .then()
                .statusCode(200)
                .body(not(containsString("23 control")));
    }

    /** It would tell a withheld score, and stand still after an answer that only measures the person. */
    @Test
    void the_doubt_that_is_left_moves_with_an_answer_only_for_leads() {
        score(control);
        sql.update("update image_score set epistemic = 0.9 where image_id = ?", control);
        float blind = modelDoubt(annotator, "");
        float exact = modelDoubt(lead, "");
        annotator
                .api()
                .body("{\"count\": 2}")
                .post(base + "/queue/claim")
                .then()
                .statusCode(200);
        annotator
                .api()
                .body(Map.of("image", control, "outcome", "labelled", "label", "cat", "clientKey", "doubt"))
                .post(base + "/annotations")
                .then()
                .statusCode(201);
        assertThat(modelDoubt(annotator, "")).isEqualTo(blind);
        assertThat(modelDoubt(lead, "?blind=true")).isEqualTo(blind);
        assertThat(modelDoubt(lead, "")).isNotEqualTo(exact);
    }

    private float modelDoubt(TestPerson person, String query) {
        return person.api()
                .get(base + "/status" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("doubts.model");
    }

    @Test
    void images_without_an_answer_look_alike_in_both_arms() {
        assertThat(look(annotator.api().get("/api/images/" + control).jsonPath().getMap("$")))
                .isEqualTo(look(
                        annotator.api().get("/api/images/" + active).jsonPath().getMap("$")));
        List<Map<String, Object>> listed =
                annotator.api().get(base + "/images").jsonPath().getList("items");
        assertThat(listed).hasSize(2);
        assertThat(look(listed.get(0))).isEqualTo(look(listed.get(1)));
    }

    /** Who could read them after the answer would know the arm by them, and could answer again as the model would. */
    @Test
    void an_answered_image_shows_its_scores_only_where_they_were_shown_before() {
        for (int k = 0; k < 30; k++) {
            score(queue.waiting(project, 0.3));
            score(queue.control(project, 0.4));
        }
        score(control);
        long audited = queue.waiting(project, 0.5);
        score(audited);
        audit(audited);
        JsonPath claimed = annotator
                .api()
                .body("{\"count\": 100}")
                .post(base + "/queue/claim")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Long> shown = claimed.getList("items.findAll { it.suggestion != null }.image", Long.class);
        assertThat(shown).isNotEmpty().doesNotContain(control, audited);
        sql.update("update image set state = 'cannot_tell' where project_id = ?", project.value());
        JsonPath listed = annotator.api().get(base + "/images?limit=200").jsonPath();
        assertThat(listed.getList("items.findAll { it.model != null }.id", Long.class))
                .hasSameElementsAs(shown);
        assertThat(listed.getList("items.findAll { it.prediction != null || it.data != null }.id", Long.class))
                .hasSameElementsAs(shown);
        lead.api().get("/api/images/" + control).then().body("model", notNullValue());
    }

    @Test
    void only_leads_list_the_images_that_a_model_is_checked_by() {
        score(control);
        sql.update(
                "update image set state = 'labelled', class_id = (select max(id) from project_class where project_id = ?)"
                        + " where project_id = ?",
                project.value(),
                project.value());
        String cell = base + "/images?label=dog&prediction=cat&checkedBy=1";
        JsonPath listed = lead.api().get(cell).then().statusCode(200).extract().jsonPath();
        assertThat(listed.getList("items.id", Long.class)).containsExactly(control);
        assertThat(listed.getInt("total")).isEqualTo(1);
        lead.api()
                .get(base + "/images?label=cat&prediction=cat&checkedBy=1")
                .then()
                .body("total", equalTo(0));
        lead.api().get(base + "/images?checkedBy=7").then().statusCode(404).body("detail", containsString("7"));
        annotator.api().get(cell).then().statusCode(403);
    }

    private void audit(long image) {
        sql.update("update queue_entry set reason = 'audit' where image_id = ?", image);
        long set = sql.number(
                "insert into automatic_set (project_id, model_version_id, most_wrong, created_at)"
                        + " values (?, ?, 0.1, now()) returning id",
                project.value(),
                model);
        sql.update(
                "insert into automatic_audit select ?, ?, min(id), 0.9 from project_class where project_id = ?",
                set,
                image,
                project.value());
    }

    private void score(long image) {
        sql.update(
                "insert into image_score select ?, ?, 0.5, 0.4, 0.3, min(id), '{0.5,0.5}' from project_class where"
                        + " project_id = ?",
                model,
                image,
                project.value());
    }

    @Test
    void the_order_by_doubt_is_for_leads() {
        for (String order : List.of("model", "data")) {
            annotator
                    .api()
                    .get(base + "/images?order=" + order)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("role_needed"))
                    .body("detail", containsString("order"));
            lead.api().get(base + "/images?order=" + order).then().statusCode(200);
        }
        String page = "/projects/" + project + "/pool";
        TestBrowser.signedIn(annotator)
                .request()
                .get(page)
                .then()
                .statusCode(200)
                .body(not(containsString("Most model doubt")));
        TestBrowser.signedIn(lead).request().get(page).then().body(containsString("Most model doubt"));
    }

    /** On the labelling page a count that stands still after an answer would give the image away, to leads as well. */
    @Test
    void a_lead_may_count_as_blind_as_an_annotator() {
        lead.api()
                .contentType(JSON)
                .body("{\"image\": %d, \"outcome\": \"labelled\", \"label\": \"cat\", \"clientKey\": \"blind\"}"
                        .formatted(control))
                .post(base + "/annotations")
                .then()
                .statusCode(201);
        lead.api().get(base + "/status").then().body("newLabels", equalTo(0)).body("controlLabelled", equalTo(1));
        lead.api()
                .get(base + "/status?blind=true")
                .then()
                .body("newLabels", equalTo(1))
                .body("controlLabelled", nullValue());
    }

    private List<String> paths() {
        return List.of(
                "/api/projects",
                base,
                base + "/status",
                base + "/images",
                "/api/images/" + active,
                "/api/images/" + control,
                base + "/models",
                base + "/models/1",
                base + "/jobs",
                "/api/jobs/" + job);
    }

    private static String read(TestPerson person, String path) {
        return person.api().get(path).then().statusCode(200).extract().asString();
    }

    /** Which fields there are, and which of them say something. */
    private static Map<String, Boolean> look(Map<String, Object> image) {
        return image.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue() != null));
    }
}
