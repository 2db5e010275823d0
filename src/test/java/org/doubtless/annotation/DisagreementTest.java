package org.doubtless.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
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

/** A lead decides between readers who differ; and how far they agree. */
@QuarkusTest
class DisagreementTest {
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

    @BeforeEach
    void twoReaders() {
        lead = people.person("Lead");
        project = projects.project(lead, "cat", "dog", "bird");
        ann = people.person("Ann");
        ben = people.person("Ben");
        projects.member(project, ann.id(), ProjectRole.ANNOTATOR);
        projects.member(project, ben.id(), ProjectRole.ANNOTATOR);
        lead.api()
                .body("{\"settings\": {\"overlap\": 2}}")
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
    }

    @Test
    void the_list_shows_what_was_said_and_by_whom_only_when_asked() {
        long image = read("cat", "dog");
        list("").body("total", equalTo(1))
                .body("items[0].image", equalTo((int) image))
                .body("items[0].readers.label", containsInAnyOrder("cat", "dog"))
                .body("items[0].readers.reader", equalTo(java.util.List.of(1, 2)))
                .body("items[0].readers[0].name", nullValue());
        list("?names=true").body("items[0].readers.name", containsInAnyOrder("Ann", "Ben"));
        ann.api().get("/api/projects/" + project + "/disagreements").then().statusCode(403);
    }

    @Test
    void a_decision_is_the_label_and_outlasts_what_readers_say_later() {
        long image = read("cat", "dog");
        decide(image, "labelled", "bird").statusCode(201).body("label", equalTo("bird"));
        assertThat(label(image)).isEqualTo("bird");
        list("").body("items", hasSize(0));
        answer(ann, image, "dog");
        assertThat(label(image)).isEqualTo("bird");
        lead.api()
                .get("/api/projects/" + project + "/annotations")
                .then()
                .body("items.label", not(equalTo(java.util.List.of("bird"))));
    }

    @Test
    void a_decision_is_made_once_for_one_key_and_taken_back_like_an_answer() {
        long image = read("cat", "dog");
        Map<String, Object> body = Map.of(
                "image",
                image,
                "outcome",
                "labelled",
                "label",
                "cat",
                "clientKey",
                UUID.randomUUID().toString());
        int id = send(body).statusCode(201).extract().path("id");
        send(body).statusCode(200).body("id", equalTo(id));
        Map<String, Object> other = new HashMap<>(body);
        other.put("label", "dog");
        send(other).statusCode(409).body("code", equalTo("client_key_used"));
        ann.api().delete("/api/annotations/" + id).then().statusCode(403);
        lead.api().delete("/api/annotations/" + id).then().statusCode(200);
        assertThat(state(image)).isEqualTo("disagreement");
        lead.api().get("/api/projects/" + project + "/annotations").then().body("items", hasSize(0));
        assertThat(sql.number("select count(*) from annotation where image_id = ?", image))
                .as("two answers, a decision, its withdrawal")
                .isEqualTo(4);
        decide(image, "cannot_tell", null).statusCode(201);
        assertThat(state(image)).isEqualTo("cannot_tell");
        decide(image, "labelled", "dog").statusCode(201);
        assertThat(label(image)).isEqualTo("dog");
    }

    @Test
    void what_is_no_disagreement_is_not_decided() {
        long agreed = read("cat", "cat");
        decide(agreed, "labelled", "dog").statusCode(409).body("code", equalTo("no_disagreement"));
        long image = read("cat", "dog");
        decide(image, "flagged", null).statusCode(400);
        decide(image, "labelled", null).statusCode(400);
        decide(image, "cannot_tell", "cat").statusCode(400);
        decide(image, "labelled", "horse").statusCode(400);
        assertThat(state(image)).isEqualTo("disagreement");
        assertThat(label(agreed)).isEqualTo("cat");
    }

    @Test
    void a_decision_counts_as_a_new_label_for_the_next_round() {
        long image = read("cat", "dog");
        assertThat(newLabels()).isZero();
        decide(image, "labelled", "cat").statusCode(201);
        assertThat(newLabels()).isEqualTo(1);
    }

    @Test
    void agreement_is_of_the_answers_that_readers_gave_alone() {
        for (int k = 0; k < 6; k++) {
            read("cat", "cat");
            read("dog", "dog");
        }
        long disputed = read("cat", "dog");
        read(null, null);
        // Both reviewers of the table: 6 cat, 6 dog, 1 cannot tell in common, 1 apart.
        double expected = (7 / 14.0) * (6 / 14.0) + (6 / 14.0) * (7 / 14.0) + (1 / 14.0) * (1 / 14.0);
        double kappa = (13 / 14.0 - expected) / (1 - expected);
        for (int decided = 0; decided < 2; decided++) {
            lead.api()
                    .get("/api/projects/" + project + "/agreement")
                    .then()
                    .statusCode(200)
                    .body("images", equalTo(14))
                    .body("same", equalTo(13))
                    .body("pairs", hasSize(1))
                    .body("pairs[0].first", equalTo("Ann"))
                    .body("pairs[0].kappa.value", equalTo((float) kappa))
                    .body("fleiss.readers", equalTo(2));
            decide(disputed, "labelled", "cat");
        }
        ann.api().get("/api/projects/" + project + "/agreement").then().statusCode(403);
    }

    @Test
    void without_two_readers_there_is_no_figure() {
        lead.api()
                .get("/api/projects/" + project + "/agreement")
                .then()
                .statusCode(200)
                .body("images", equalTo(0))
                .body("alpha", nullValue())
                .body("fleiss", nullValue());
    }

    /** An image that Ann and Ben have answered; null is "cannot tell". */
    private long read(String anns, String bens) {
        long image = queue.waiting(project, 0.5);
        claim(ann);
        answer(ann, image, anns);
        claim(ben);
        answer(ben, image, bens);
        return image;
    }

    private void claim(TestPerson person) {
        person.api()
                .body("{\"count\": 1}")
                .post("/api/projects/" + project + "/queue/claim")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    private void answer(TestPerson person, long image, String label) {
        Map<String, Object> body = body(image, label == null ? "cannot_tell" : "labelled", label);
        person.api()
                .body(body)
                .post("/api/projects/" + project + "/annotations")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse list(String query) {
        return lead.api()
                .get("/api/projects/" + project + "/disagreements" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse decide(long image, String outcome, String label) {
        return send(body(image, outcome, label));
    }

    private ValidatableResponse send(Map<String, Object> body) {
        return lead.api()
                .body(body)
                .post("/api/projects/" + project + "/disagreements")
                .then();
    }

    private static Map<String, Object> body(long image, String outcome, String label) {
        Map<String, Object> body = new HashMap<>();
        body.put("image", image);
        body.put("outcome", outcome);
        body.put("label", label);
        body.put("clientKey", UUID.randomUUID().toString());
        return body;
    }

    private int newLabels() {
        return lead.api()
                .get("/api/projects/" + project + "/status")
                .then()
                .extract()
                .path("newLabels");
    }

    private String state(long image) {
        return sql.value("select state from image where id = ?", String.class, image);
    }

    private String label(long image) {
        return sql.value(
                "select c.name from image i join project_class c on c.id = i.class_id where i.id = ?",
                String.class,
                image);
    }
}
