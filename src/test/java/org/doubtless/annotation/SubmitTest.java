package org.doubtless.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubmitTest {
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

    @BeforeEach
    void aProject() {
        lead = people.person("Lead");
        annotator = people.person("Annotator");
        project = projects.project(lead, "cat", "dog");
        projects.member(project, annotator.id(), ProjectRole.ANNOTATOR);
    }

    @Test
    void an_answer_is_kept_and_takes_the_image_out_of_the_queue() {
        long image = queue.waiting(project, 0.5);
        claim(annotator);
        submit(annotator, labelled(image, "dog", key())).statusCode(201).body("label", equalTo("dog"));
        assertThat(state(image)).isEqualTo("labelled");
        assertThat(entries(image)).isZero();
    }

    @Test
    void the_same_key_twice_is_one_annotation() {
        long image = queue.waiting(project, 0.5);
        claim(annotator);
        String body = labelled(image, "cat", key());
        int id = submit(annotator, body).statusCode(201).extract().path("id");
        submit(annotator, body).statusCode(200).body("id", equalTo(id));
        assertThat(annotations(image)).isEqualTo(1);
    }

    @Test
    void the_same_key_ten_times_at_once_is_one_annotation() throws Exception {
        long image = queue.waiting(project, 0.5);
        claim(annotator);
        String body = labelled(image, "cat", key());
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            Callable<Integer> send = () -> submit(annotator, body).extract().statusCode();
            List<Integer> codes = threads.invokeAll(java.util.Collections.nCopies(10, send)).stream()
                    .map(SubmitTest::get)
                    .toList();
            assertThat(codes).containsOnly(200, 201);
            assertThat(codes.stream().filter(code -> code == 201).count()).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(annotations(image)).isEqualTo(1);
    }

    @Test
    void a_key_used_for_another_image_is_refused() {
        long one = queue.waiting(project, 0.4);
        long two = queue.waiting(project, 0.5);
        claim(annotator);
        claim(annotator);
        String key = key();
        submit(annotator, labelled(one, "cat", key)).statusCode(201);
        submit(annotator, labelled(two, "cat", key)).statusCode(409).body("code", equalTo("client_key_used"));
        assertThat(annotations(two)).isZero();
    }

    @Test
    void the_same_key_with_another_label_is_refused() {
        long image = queue.waiting(project, 0.4);
        claim(annotator);
        String key = key();
        submit(annotator, labelled(image, "cat", key)).statusCode(201);
        submit(annotator, labelled(image, "dog", key)).statusCode(409).body("code", equalTo("client_key_used"));
    }

    @Test
    void a_late_skip_does_not_take_the_image_from_its_new_holder() {
        long image = queue.waiting(project, 0.5);
        claim(annotator);
        sql.update("update queue_entry set leased_until = now() - interval '1 second' where image_id = ?", image);
        claim(lead);
        submit(annotator, body(image, "skipped", null, key())).statusCode(201);
        assertThat(sql.value("select leased_by from queue_entry where image_id = ?", Long.class, image))
                .isEqualTo(lead.id().value());
    }

    @Test
    void an_answer_after_its_lease_lapsed_is_kept_and_marked_late() {
        long image = queue.waiting(project, 0.5);
        claim(annotator);
        sql.update("update queue_entry set leased_until = now() - interval '1 second' where image_id = ?", image);
        claim(lead);
        submit(annotator, labelled(image, "cat", key())).statusCode(201).body("late", equalTo(true));
        submit(lead, labelled(image, "dog", key())).statusCode(201);
        assertThat(annotations(image)).isEqualTo(2);
    }

    @Test
    void an_image_that_another_holds_and_i_never_claimed_is_refused() {
        long image = queue.waiting(project, 0.5);
        claim(lead);
        submit(annotator, labelled(image, "cat", key()))
                .statusCode(409)
                .body("code", equalTo("leased_to_another"))
                .body("detail", containsString("Image " + image));
        assertThat(annotations(image)).isZero();
    }

    @Test
    void an_image_that_nobody_claimed_is_answered_by_leads_only() {
        long image = queue.waiting(project, 0.5);
        submit(annotator, labelled(image, "cat", key())).statusCode(409).body("code", equalTo("not_claimed"));
        assertThat(annotations(image)).isZero();
        submit(lead, labelled(image, "cat", key())).statusCode(201);
    }

    @Test
    void an_answer_taken_back_may_come_again_however_late() {
        long image = queue.waiting(project, 0.5);
        int id = submit(lead, labelled(image, "cat", key())).extract().path("id");
        lead.api().delete("/api/annotations/" + id).then().statusCode(200);
        sql.update("update queue_entry set leased_until = now() - interval '1 second' where image_id = ?", image);
        claim(annotator);
        submit(lead, labelled(image, "dog", key())).statusCode(201);
        assertThat(state(image)).isEqualTo("labelled");
    }

    @Test
    void a_skipped_image_waits_at_the_end() {
        long first = queue.waiting(project, 0.1);
        long second = queue.waiting(project, 0.2);
        claim(annotator);
        submit(annotator, body(first, "skipped", null, key())).statusCode(201);
        assertThat(state(first)).isEqualTo("waiting");
        assertThat(claim(annotator)).isEqualTo(second);
        assertThat(claim(annotator)).isEqualTo(first);
    }

    @Test
    void cannot_tell_and_flagged_are_answers() {
        long unclear = queue.waiting(project, 0.1);
        long odd = queue.waiting(project, 0.2);
        claim(annotator);
        claim(annotator);
        submit(annotator, body(unclear, "cannot_tell", null, key())).statusCode(201);
        submit(annotator, body(odd, "flagged", null, key())).statusCode(201);
        assertThat(state(unclear)).isEqualTo("cannot_tell");
        assertThat(state(odd)).isEqualTo("flagged");
    }

    @Test
    void taking_back_returns_the_image_to_me_and_deletes_nothing() {
        long image = queue.waiting(project, 0.5);
        claim(annotator);
        int id = submit(annotator, labelled(image, "cat", key())).extract().path("id");
        annotator.api().delete("/api/annotations/" + id).then().statusCode(200).body("withdraws", equalTo(id));
        annotator.api().delete("/api/annotations/" + id).then().statusCode(200);
        assertThat(state(image)).isEqualTo("waiting");
        assertThat(annotations(image)).as("the answer and its withdrawal").isEqualTo(2);
        assertThat(sql.value("select leased_by from queue_entry where image_id = ?", Long.class, image))
                .isEqualTo(annotator.id().value());
        submit(annotator, labelled(image, "dog", key())).statusCode(201);
        assertThat(state(image)).isEqualTo("labelled");
    }

    @Test
    void somebody_elses_answer_is_withdrawn_by_leads_only() {
        TestPerson other = people.person("Other");
        projects.member(project, other.id(), ProjectRole.ANNOTATOR);
        long image = queue.waiting(project, 0.5);
        claim(annotator);
        int id = submit(annotator, labelled(image, "cat", key())).extract().path("id");
        other.api().delete("/api/annotations/" + id).then().statusCode(403);
        lead.api().delete("/api/annotations/" + id).then().statusCode(200);
    }

    @Test
    void a_later_answer_of_the_same_person_corrects_the_first() {
        long image = queue.waiting(project, 0.5);
        claim(annotator);
        submit(annotator, labelled(image, "cat", key())).statusCode(201);
        submit(annotator, labelled(image, "dog", key())).statusCode(201);
        assertThat(sql.value(
                        "select c.name from image i join project_class c on c.id = i.class_id where i.id = ?",
                        String.class,
                        image))
                .isEqualTo("dog");
    }

    @Test
    void wrong_answers_are_refused_in_words_and_leave_nothing() {
        long image = queue.waiting(project, 0.5);
        long foreign = queue.waiting(projects.project(lead, "a", "b"), 0.5);
        submit(annotator, labelled(image, "horse", key()))
                .statusCode(400)
                .body("code", equalTo("unknown_label"))
                .body("detail", containsString("cat, dog"));
        submit(annotator, labelled(foreign, "cat", key()))
                .statusCode(404)
                .body("detail", containsString("image " + foreign));
        submit(annotator, body(image, "labelled", null, key())).statusCode(400);
        submit(annotator, body(image, "cannot_tell", "cat", key())).statusCode(400);
        submit(annotator, body(image, "guessed", null, key())).statusCode(400).body("code", equalTo("outcome"));
        submit(annotator, labelled(image, "cat", "")).statusCode(400).body("code", equalTo("client_key"));
        submit(annotator, "{\"outcome\": \"skipped\"}").statusCode(400).body("code", equalTo("image"));
        submit(annotator, "{broken").statusCode(400);
        assertThat(annotations(image)).isZero();
        assertThat(annotations(foreign)).isZero();
        assertThat(state(image)).isEqualTo("waiting");
    }

    private static <T> T get(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private long claim(TestPerson person) {
        return person.api()
                .body("{\"count\": 1}")
                .post("/api/projects/" + project + "/queue/claim")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("items[0].image");
    }

    private ValidatableResponse submit(TestPerson person, String body) {
        return person.api()
                .body(body)
                .post("/api/projects/" + project + "/annotations")
                .then();
    }

    private static String labelled(long image, String label, String key) {
        return body(image, "labelled", label, key);
    }

    private static String body(long image, String outcome, String label, String key) {
        return "{\"image\": %d, \"outcome\": \"%s\", %s \"clientKey\": \"%s\", \"milliseconds\": 1200}"
                .formatted(image, outcome, label == null ? "" : "\"label\": \"" + label + "\",", key);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private String state(long image) {
        return sql.value("select state from image where id = ?", String.class, image);
    }

    private long entries(long image) {
        return sql.number("select count(*) from queue_entry where image_id = ?", image);
    }

    private long annotations(long image) {
        return sql.number("select count(*) from annotation where image_id = ?", image);
    }
}
