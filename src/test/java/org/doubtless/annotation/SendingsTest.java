package org.doubtless.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lead sends chosen images on in one step, and takes it back. */
@QuarkusTest
class SendingsTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestQueue queue;

    @Inject
    Sql sql;

    private TestPerson lead;
    private TestPerson ann;
    private TestPerson ben;
    private ProjectId project;
    private long model;

    @BeforeEach
    void aPublishedModel() {
        lead = people.person("Lead");
        project = projects.project(lead, "cat", "dog");
        ann = people.person("Ann");
        ben = people.person("Ben");
        projects.member(project, ann.id(), ProjectRole.ANNOTATOR);
        projects.member(project, ben.id(), ProjectRole.ANNOTATOR);
        model = projects.modelVersion(project);
        sql.update("create table image_score_" + model + " partition of image_score for values in (" + model + ")");
        sql.update("update project set published_model = ? where id = ?", model, project.value());
    }

    @Test
    void an_area_goes_to_the_front_most_doubtful_first_and_back_to_its_places() {
        long first = scored(queue.waiting(project, 0.1), 0.05, 0.1);
        long less = scored(queue.waiting(project, 0.8), 0.30, 0.2);
        long more = scored(queue.waiting(project, 0.9), 0.40, 0.2);
        long control = scored(queue.control(project, 0.7), 0.35, 0.2);
        long border = scored(queue.waiting(project, 0.6), 0.30, 0.5);
        long answered = state(scored(queue.waiting(project, 0.5), 0.35, 0.2), "flagged");

        Map<String, Object> area = Map.of("modelFrom", 0.2, "modelTo", 0.5, "dataFrom", 0.1, "dataTo", 0.3);
        long sending = send(Map.of("route", "queue", "area", area), 201)
                .body("sent", equalTo(2))
                .body("measuring", equalTo(1))
                .body("answered", equalTo(1))
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(served()).containsExactly(more, less, first, answered, border, control);
        assertThat(reason(more)).isEqualTo("sent");
        assertThat(reason(control)).isEqualTo("control");
        // A later step comes before the earlier one.
        long second = send(Map.of("route", "queue", "images", List.of(border)), 201)
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(served()).startsWith(border, more);

        takeBack(second);
        takeBack(sending).body("takenBackAt", notNullValue());
        assertThat(served()).containsExactly(first, answered, border, control, less, more);
        assertThat(reason(more)).isEqualTo("doubt");
        takeBack(sending);
        assertThat(served()).containsExactly(first, answered, border, control, less, more);
    }

    @Test
    void what_was_skipped_since_stays_skipped() {
        long image = queue.waiting(project, 0.5);
        long sending = send(Map.of("route", "queue", "images", List.of(image)), 201)
                .extract()
                .jsonPath()
                .getLong("id");
        claim(ann);
        answer(ann, image, "skipped", null);
        takeBack(sending);
        assertThat(reason(image)).isEqualTo("skipped");
    }

    @Test
    void an_automatic_label_gives_way_to_people() {
        long set = sql.number(
                "insert into automatic_set (project_id, model_version_id, most_wrong, created_at) values (?, ?, 0.1, now())"
                        + " returning id",
                project.value(),
                model);
        sql.update("update project set automatic_set = ? where id = ?", set, project.value());
        long image = projects.image(project);
        sql.update(
                "insert into automatic_label values (?, ?, (select min(id) from project_class where project_id = ?), 0.9)",
                set,
                image,
                project.value());
        long sending = send(Map.of("route", "queue", "images", List.of(image)), 201)
                .body("sent", equalTo(1))
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(served()).containsExactly(image);
        assertThat(sql.number("select count(*) from automatic_label where image_id = ?", image))
                .isZero();
        takeBack(sending);
        assertThat(reason(image)).isEqualTo("returned");
    }

    @Test
    void a_second_reader_is_asked_about_what_one_has_answered_and_about_what_waits() {
        long waiting = queue.waiting(project, 0.2);
        long labelled = queue.waiting(project, 0.1);
        claim(ann);
        answer(ann, labelled, "labelled", "cat");
        assertThat(stateOf(labelled)).isEqualTo("labelled");
        long sending = send(Map.of("route", "second_reader", "images", List.of(waiting, labelled)), 201)
                .body("sent", equalTo(2))
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(stateOf(labelled)).isEqualTo("waiting");
        answer(ann, waiting, "labelled", "dog");
        assertThat(stateOf(waiting)).isEqualTo("waiting");
        assertThat(claim(ben)).containsExactlyInAnyOrder(waiting, labelled);
        answer(ben, waiting, "labelled", "dog");
        assertThat(stateOf(waiting)).isEqualTo("labelled");
        // Another setting of the project leaves what a lead wants read twice.
        lead.api()
                .body(Map.of("settings", Map.of("leaseSeconds", 800)))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
        assertThat(stateOf(labelled)).isEqualTo("waiting");

        takeBack(sending);
        assertThat(stateOf(labelled)).isEqualTo("labelled");
        assertThat(served()).isEmpty();
        assertThat(sql.number("select readers_wanted(?)::bigint", queue.waiting(project, 0.5)))
                .isEqualTo(1);
    }

    @Test
    void a_better_image_is_a_decision_of_the_lead_that_can_be_withdrawn() {
        long unclear = queue.waiting(project, 0.2);
        long other = queue.waiting(project, 0.1);
        long labelled = state(queue.waiting(project, 0.3), "labelled");
        long sending = send(Map.of("route", "better_image", "images", List.of(unclear, labelled)), 201)
                .body("sent", equalTo(1))
                .body("answered", equalTo(1))
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(stateOf(unclear)).isEqualTo("cannot_tell");
        assertThat(served()).doesNotContain(unclear);
        assertThat(lead.bearer()
                        .get("/api/projects/" + project + "/better-images.csv")
                        .asString())
                .contains(unclear + ",");
        takeBack(sending);
        assertThat(stateOf(unclear)).isEqualTo("waiting");
        assertThat(served()).startsWith(other, unclear);
        assertThat(reason(unclear)).isEqualTo("doubt");
    }

    @Test
    void the_same_key_again_is_the_same_step() {
        long image = queue.waiting(project, 0.5);
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("route", "queue", "images", List.of(image), "clientKey", key);
        long id = lead.api()
                .body(body)
                .post("/api/projects/" + project + "/sendings")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        lead.api()
                .body(body)
                .post("/api/projects/" + project + "/sendings")
                .then()
                .body("id", equalTo((int) id));
        lead.api()
                .get("/api/projects/" + project + "/sendings")
                .then()
                .body("items.id", equalTo(List.of((int) id)))
                .body("items[0].takenBackAt", nullValue());
    }

    @Test
    void what_cannot_be_sent_is_said() {
        send(Map.of("route", "queue"), 400).body("code", equalTo("selection"));
        send(Map.of("route", "home", "images", List.of(1)), 400).body("code", equalTo("route"));
        send(Map.of("route", "queue", "images", List.of()), 400).body("code", equalTo("selection"));
        send(Map.of("route", "queue", "area", Map.of("modelFrom", 0.5, "modelTo", 0.4)), 400)
                .body("code", equalTo("area"));
        // An image of another project is none of this one's.
        long elsewhere = projects.image(projects.project(lead));
        send(Map.of("route", "queue", "images", List.of(elsewhere)), 201).body("sent", equalTo(0));
        ann.api()
                .get("/api/projects/" + project + "/images?modelFrom=0.1")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse send(Map<String, Object> what, int status) {
        Map<String, Object> body = new java.util.HashMap<>(what);
        body.put("clientKey", UUID.randomUUID().toString());
        return lead.api()
                .body(body)
                .post("/api/projects/" + project + "/sendings")
                .then()
                .statusCode(status);
    }

    private ValidatableResponse takeBack(long sending) {
        return lead.api()
                .delete("/api/projects/" + project + "/sendings/" + sending)
                .then()
                .statusCode(200);
    }

    private long scored(long image, double modelDoubt, double dataDoubt) {
        sql.update(
                "insert into image_score select ?, ?, 0.7, ?::real, ?::real, min(id), '{1}' from project_class"
                        + " where project_id = ?",
                model, image, dataDoubt, modelDoubt, project.value());
        return image;
    }

    private long state(long image, String state) {
        sql.update(
                "update image set state = ?, readers = 1, class_id = case when ? = 'labelled' then (select min(id)"
                        + " from project_class where project_id = image.project_id) end where id = ?",
                state,
                state,
                image);
        return image;
    }

    private String stateOf(long image) {
        return sql.value("select state from image where id = ?", String.class, image);
    }

    private String reason(long image) {
        return sql.value("select reason from queue_entry where image_id = ?", String.class, image);
    }

    private List<Long> served() {
        String ids = sql.value(
                "select string_agg(image_id::text, ',' order by position, image_id) from queue_entry where project_id = ?",
                String.class,
                project.value());
        return ids == null
                ? List.of()
                : java.util.Arrays.stream(ids.split(",")).map(Long::valueOf).toList();
    }

    private List<Long> claim(TestPerson person) {
        List<Number> images = person.api()
                .body(Map.of("count", 10))
                .post("/api/projects/" + project + "/queue/claim")
                .then()
                .statusCode(200)
                .extract()
                .path("items.image");
        return images.stream().map(Number::longValue).toList();
    }

    private void answer(TestPerson person, long image, String outcome, String label) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of(
                "image",
                image,
                "outcome",
                outcome,
                "clientKey",
                UUID.randomUUID().toString()));
        if (label != null) {
            body.put("label", label);
        }
        person.api()
                .body(body)
                .post("/api/projects/" + project + "/annotations")
                .then()
                .statusCode(201);
    }
}
