package org.doubtless.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several people answer one image, each without knowing what the others said. */
@QuarkusTest
class ReadersTest {
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
    private TestPerson cleo;
    private ProjectId project;

    @BeforeEach
    void aProjectOfThree() {
        lead = people.person("Lead");
        project = projects.project(lead, "cat", "dog", "bird");
        ann = annotator("Ann");
        ben = annotator("Ben");
        cleo = annotator("Cleo");
    }

    @Test
    void an_image_waits_for_its_second_reader_and_never_comes_back_to_the_first() {
        overlap(2);
        long image = queue.waiting(project, 0.5);
        assertThat(claim(ann, 9)).containsExactly(image);
        answer(ann, image, "cat");
        assertThat(state(image)).isEqualTo("waiting");
        assertThat(claim(ann, 9)).isEmpty();
        assertThat(claim(ben, 9)).containsExactly(image);
        answer(ben, image, "cat");
        assertThat(state(image)).isEqualTo("labelled");
        assertThat(label(image)).isEqualTo("cat");
        assertThat(entries(image)).isZero();
        assertThat(claim(cleo, 9)).isEmpty();
    }

    @Test
    void nothing_tells_the_second_reader_that_there_was_a_first_or_what_they_said() {
        overlap(2);
        long image = queue.waiting(project, 0.5);
        Map<String, Object> first = items(ann, 1).get(0);
        answer(ann, image, "dog");
        Map<String, Object> second = items(ben, 1).get(0);
        second.put("leasedUntil", first.get("leasedUntil"));
        assertThat(second).isEqualTo(first);
        ben.api()
                .get("/api/images/" + image)
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"))
                .body("label", nullValue());
        assertThat(ben.api()
                        .get("/api/projects/" + project + "/annotations")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void readers_who_differ_leave_a_disagreement_that_is_no_label() {
        overlap(2);
        long image = queue.waiting(project, 0.5);
        answerInTurn(ann, image, "cat");
        answerInTurn(ben, image, "dog");
        assertThat(state(image)).isEqualTo("disagreement");
        assertThat(sql.value("select class_id from image where id = ?", Long.class, image))
                .isNull();
        assertThat(entries(image)).isZero();
        lead.api()
                .get("/api/projects/" + project + "/images?state=disagreement")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of((int) image)));
        lead.api().get("/api/projects/" + project + "/status").then().body("disagreement", equalTo(1));
    }

    @Test
    void of_three_readers_two_are_enough_and_three_that_differ_are_not() {
        overlap(3);
        long clear = queue.waiting(project, 0.4);
        long unclear = queue.waiting(project, 0.5);
        answerInTurn(ann, clear, "cat");
        answerInTurn(ben, clear, "dog");
        assertThat(state(clear)).isEqualTo("waiting");
        answerInTurn(cleo, clear, "cat");
        assertThat(label(clear)).isEqualTo("cat");
        answerInTurn(ann, unclear, "cat");
        answerInTurn(ben, unclear, "dog");
        answerInTurn(cleo, unclear, "bird");
        assertThat(state(unclear)).isEqualTo("disagreement");
    }

    @Test
    void readers_who_cannot_tell_agree_on_that_and_differ_from_one_who_can() {
        overlap(2);
        long both = queue.waiting(project, 0.4);
        long one = queue.waiting(project, 0.5);
        answerInTurn(ann, both, null);
        answerInTurn(ben, both, null);
        answerInTurn(ann, one, null);
        answerInTurn(ben, one, "cat");
        assertThat(state(both)).isEqualTo("cannot_tell");
        assertThat(state(one)).isEqualTo("disagreement");
    }

    @Test
    void a_flag_takes_the_image_to_the_lead_at_once() {
        overlap(3);
        long image = queue.waiting(project, 0.5);
        claim(ann, 1);
        send(ann, image, "flagged", null).statusCode(201);
        assertThat(state(image)).isEqualTo("flagged");
        assertThat(entries(image)).isZero();
    }

    @Test
    void a_correction_counts_instead_of_the_first_answer_and_not_beside_it() {
        overlap(2);
        long image = queue.waiting(project, 0.5);
        answerInTurn(ann, image, "cat");
        answer(ann, image, "dog");
        assertThat(state(image)).as("still one reader").isEqualTo("waiting");
        answerInTurn(ben, image, "dog");
        assertThat(label(image)).isEqualTo("dog");
        answer(ann, image, "cat");
        assertThat(state(image)).isEqualTo("disagreement");
    }

    @Test
    void an_answer_taken_back_leaves_the_others_and_waits_for_another() {
        overlap(2);
        long image = queue.waiting(project, 0.5);
        claim(ann, 1);
        answer(ann, image, "cat");
        claim(ben, 1);
        int id = send(ben, image, "labelled", "cat").extract().path("id");
        ben.api().delete("/api/annotations/" + id).then().statusCode(200);
        assertThat(state(image)).isEqualTo("waiting");
        assertThat(sql.number("select leased_by from queue_entry where image_id = ?", image))
                .isEqualTo(ben.id().value());
        assertThat(claim(ann, 1)).isEmpty();
        answer(ben, image, "cat");
        assertThat(label(image)).isEqualTo("cat");
    }

    @Test
    void the_only_answer_taken_back_returns_to_me_and_is_nobodys() {
        overlap(2);
        long image = queue.waiting(project, 0.5);
        claim(ann, 1);
        int id = send(ann, image, "labelled", "cat").extract().path("id");
        ann.api().delete("/api/annotations/" + id).then().statusCode(200);
        assertThat(sql.number("select leased_by from queue_entry where image_id = ?", image))
                .isEqualTo(ann.id().value());
        assertThat(sql.value("select readers from image where id = ?", Integer.class, image))
                .isNull();
    }

    @Test
    void ten_at_once_answer_every_image_twice_and_no_one_twice() throws Exception {
        overlap(2);
        List<Long> images = queue.filled(project, 30);
        List<TestPerson> ten = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            ten.add(annotator("Reader " + k));
        }
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Callable<List<Long>>> work = new ArrayList<>();
            ten.forEach(person -> work.add(() -> labelAll(person)));
            List<Long> answered = new ArrayList<>();
            for (Future<List<Long>> one : threads.invokeAll(work)) {
                assertThat(one.get()).as("nobody twice").doesNotHaveDuplicates();
                answered.addAll(one.get());
            }
            assertThat(answered).hasSize(60);
            images.forEach(
                    image -> assertThat(Collections.frequency(answered, image)).isEqualTo(2));
            assertThat(new HashSet<>(images.stream().map(this::state).toList())).containsExactly("labelled");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_share_is_drawn_by_the_images_and_the_same_again() {
        overlap(Map.of("overlap", 2, "overlapFor", "share", "overlapShare", 0.25));
        List<Long> images = queue.filled(project, 60);
        long wanted = count("readers_wanted(id) = 2");
        assertThat(wanted).isBetween(4L, 28L);
        assertThat(count("readers_wanted(id) = 2 and drawn_lot(project_id, id, 'overlap') < 0.25"))
                .isEqualTo(wanted);
        images.forEach(image -> {
            claim(lead, 1);
            answer(lead, image, "cat");
        });
        assertThat(count("state = 'waiting'")).isEqualTo(wanted);
        lead.api().get("/api/projects/" + project + "/status").then().body("readInPart", equalTo((int) wanted));
    }

    @Test
    void an_image_whose_route_is_a_second_reader_waits_for_one() {
        overlap(Map.of("overlap", 2, "overlapFor", "doubt", "dataThreshold", 0.5, "modelThreshold", 0.2));
        long clear = queue.waiting(project, 0.3);
        long unclear = queue.waiting(project, 0.4);
        long unscored = queue.unscored(project, 0.5);
        long model = projects.modelVersion(project);
        sql.update("create table image_score_" + model + " partition of image_score for values in (" + model + ")");
        score(model, clear, 0.4);
        score(model, unclear, 0.6);
        sql.update("update project set published_model = ? where id = ?", model, project.value());
        List.of(clear, unclear, unscored).forEach(image -> answerInTurn(ann, image, "cat"));
        assertThat(state(clear)).isEqualTo("labelled");
        assertThat(state(unclear)).isEqualTo("waiting");
        assertThat(state(unscored)).isEqualTo("labelled");
    }

    @Test
    void labels_that_are_there_stay_when_more_readers_are_wanted_from_now_on() {
        long before = queue.waiting(project, 0.4);
        answerInTurn(ann, before, "cat");
        overlap(2);
        assertThat(state(before)).isEqualTo("labelled");
        answer(ann, before, "dog");
        assertThat(label(before)).isEqualTo("dog");
    }

    @Test
    void fewer_readers_let_images_go_that_waited_for_more() {
        overlap(3);
        long agreed = queue.waiting(project, 0.4);
        long disputed = queue.waiting(project, 0.5);
        answerInTurn(ann, agreed, "cat");
        answerInTurn(ben, agreed, "cat");
        answerInTurn(ann, disputed, "cat");
        answerInTurn(ben, disputed, "dog");
        overlap(2);
        assertThat(state(agreed)).isEqualTo("labelled");
        assertThat(state(disputed)).isEqualTo("disagreement");
        assertThat(entries(agreed) + entries(disputed)).isZero();
    }

    @Test
    void settings_out_of_their_range_are_refused() {
        change(Map.of("overlap", 0)).statusCode(400);
        change(Map.of("overlapFor", "some")).statusCode(400);
        change(Map.of("overlapShare", 1.5)).statusCode(400);
    }

    private List<Long> labelAll(TestPerson person) {
        List<Long> done = new ArrayList<>();
        // Whoever finds nothing may find what others hold for the moment and then pass on.
        for (int idle = 0; idle < 40; ) {
            List<Long> mine = claim(person, 2);
            idle = mine.isEmpty() ? idle + 1 : 0;
            mine.forEach(image -> {
                answer(person, image, "cat");
                done.add(image);
            });
        }
        return done;
    }

    private void score(long model, long image, double dataDoubt) {
        sql.update(
                "insert into image_score select ?, ?, 0.7, ?::real, 0.1, min(id), '{1}' from project_class"
                        + " where project_id = ?",
                model, image, dataDoubt, project.value());
    }

    private TestPerson annotator(String name) {
        TestPerson person = people.person(name);
        projects.member(project, person.id(), ProjectRole.ANNOTATOR);
        return person;
    }

    private void overlap(int readers) {
        overlap(Map.of("overlap", readers));
    }

    private void overlap(Map<String, Object> settings) {
        change(settings).statusCode(200);
    }

    private ValidatableResponse change(Map<String, Object> settings) {
        return lead.api()
                .body(Map.of("settings", settings))
                .patch("/api/projects/" + project)
                .then();
    }

    private List<Map<String, Object>> items(TestPerson person, int count) {
        return person.api()
                .body(Map.of("count", count))
                .post("/api/projects/" + project + "/queue/claim")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private List<Long> claim(TestPerson person, int count) {
        return items(person, count).stream()
                .map(item -> ((Number) item.get("image")).longValue())
                .toList();
    }

    private void answerInTurn(TestPerson person, long image, String label) {
        assertThat(claim(person, 1)).containsExactly(image);
        answer(person, image, label);
    }

    private void answer(TestPerson person, long image, String label) {
        send(person, image, label == null ? "cannot_tell" : "labelled", label).statusCode(201);
    }

    private ValidatableResponse send(TestPerson person, long image, String outcome, String label) {
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
        return person.api()
                .body(body)
                .post("/api/projects/" + project + "/annotations")
                .then();
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

    private long entries(long image) {
        return sql.number("select count(*) from queue_entry where image_id = ?", image);
    }

    private long count(String condition) {
        return sql.number("select count(*) from image where project_id = ? and " + condition, project.value());
    }
}
