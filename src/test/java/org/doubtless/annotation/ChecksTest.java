package org.doubtless.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

/** Gold images and repeats measure the reader and change nothing else. */
@QuarkusTest
class ChecksTest {
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
    void aProjectOfThree() {
        lead = people.person("Lead");
        project = projects.project(lead, "cat", "dog", "bird");
        ann = annotator("Ann");
        ben = annotator("Ben");
    }

    @Test
    void a_gold_image_that_waits_takes_the_leads_label_and_leaves_the_queue() {
        long image = queue.waiting(project, 0.5);
        gold(image, "dog");
        assertThat(label(image)).isEqualTo("dog");
        assertThat(claim(ann, 9)).isEmpty();
        lead.api().get("/api/images/" + image + "/gold").then().body("label", equalTo("dog"));
        lead.api().delete("/api/images/" + image + "/gold").then().statusCode(200);
        lead.api().get("/api/images/" + image + "/gold").then().body("label", equalTo(null));
        assertThat(label(image)).isEqualTo("dog");
    }

    @Test
    void none_are_asked_until_a_lead_wants_it_and_then_each_once_but_never_of_whoever_marked_it() {
        Set<Long> gold = goldImages(30);
        queue.filled(project, 200);
        assertThat(claim(ann, 20)).doesNotContainAnyElementsOf(gold);
        settings(Map.of("goldShare", 0.3));
        List<Long> asked = new ArrayList<>();
        for (int turn = 0; turn < 10; turn++) {
            claim(ann, 10).forEach(image -> {
                answer(ann, image, "cat");
                asked.add(image);
            });
        }
        assertThat(asked).doesNotHaveDuplicates().containsAnyElementsOf(gold);
        assertThat(claim(lead, 50)).doesNotContainAnyElementsOf(gold);
    }

    @Test
    void the_claims_of_a_gold_image_a_repeat_and_any_other_have_the_same_shape() {
        Set<Long> gold = goldImages(20);
        queue.filled(project, 400);
        List<Long> own = claim(ann, 60);
        own.forEach(image -> answer(ann, image, "cat"));
        settings(Map.of("goldShare", 0.3, "repeatShare", 0.3, "repeatAfter", 10));
        List<Map<String, Object>> items = items(ann, 60);
        Map<String, Set<String>> shapes = new HashMap<>();
        for (Map<String, Object> item : items) {
            long image = ((Number) item.get("image")).longValue();
            String kind = gold.contains(image) ? "gold" : own.contains(image) ? "repeat" : "other";
            shapes.computeIfAbsent(kind, one -> new TreeSet<>())
                    .add(item.keySet() + " " + item.get("suggestion") + " " + item.get("uncertainty"));
            if (!kind.equals("other")) {
                assertThat(item.get("reason")).isEqualTo("withheld");
            }
            assertThat((String) item.get("leasedUntil"))
                    .isEqualTo(items.get(0).get("leasedUntil").toString());
            Map<String, Object> sent = send(ann, image, "labelled", "cat", null)
                    .extract()
                    .jsonPath()
                    .getMap("");
            shapes.get(kind).add("answer " + sent.keySet() + sent.get("late"));
        }
        assertThat(shapes).containsOnlyKeys("gold", "repeat", "other");
        assertThat(shapes.get("gold")).isEqualTo(shapes.get("other"));
        assertThat(shapes.get("repeat")).isEqualTo(shapes.get("other"));
        assertThat(items.stream().filter(item -> "withheld".equals(item.get("reason"))))
                .as("some of the others are withheld, too")
                .anyMatch(item -> {
                    long image = ((Number) item.get("image")).longValue();
                    return !gold.contains(image) && !own.contains(image);
                });
    }

    @Test
    void what_is_held_comes_again_in_one_order_however_often_it_is_asked_for() {
        Set<Long> gold = goldImages(40);
        queue.filled(project, 200);
        settings(Map.of("goldShare", 0.3));
        assertThat(claim(ann, 40)).containsAnyElementsOf(gold).isNotEmpty();
        List<Long> held = again(ann);
        assertThat(held).hasSize(40);
        for (int turn = 0; turn < 3; turn++) {
            assertThat(again(ann)).isEqualTo(held);
        }
        List<Long> answered =
                held.stream().filter(image -> !gold.contains(image)).limit(5).toList();
        answered.forEach(image -> answer(ann, image, "cat"));
        assertThat(again(ann))
                .isEqualTo(
                        held.stream().filter(image -> !answered.contains(image)).toList());
    }

    @Test
    void where_no_other_image_waits_no_check_comes_alone() {
        goldImages(40);
        settings(Map.of("goldShare", 0.3));
        for (int turn = 0; turn < 40; turn++) {
            assertThat(claim(ann, 1)).isEmpty();
        }
    }

    private List<Long> again(TestPerson person) {
        return ids(person.api()
                .body(Map.of("count", 1, "again", true))
                .post("/api/projects/" + project + "/queue/claim")
                .then());
    }

    @Test
    void an_answer_its_correction_and_its_withdrawal_leave_the_label_and_count_for_the_person() {
        long image = goldOf(ann);
        String before = image(image);
        long first = id(send(ann, image, "labelled", "cat", "one"));
        assertThat(id(send(ann, image, "labelled", "cat", "one"))).isEqualTo(first);
        assertThat(image(image)).isEqualTo(before);
        checked("gold.right", 0);
        send(ann, image, "labelled", "dog", "two");
        checked("gold.right", 1);
        long last = sql.number(
                "select max(id) from annotation where account_id = ?", ann.id().value());
        ann.api().delete("/api/annotations/" + last).then().statusCode(200);
        ann.api().delete("/api/annotations/" + first).then().statusCode(200);
        assertThat(image(image)).isEqualTo(before);
        assertThat(sql.number("select count(*) from queue_entry where image_id = ?", image))
                .isZero();
        assertThat(ids(ann.api()
                        .body(Map.of("count", 1, "again", true))
                        .post("/api/projects/" + project + "/queue/claim")
                        .then()))
                .as("what was taken back is asked again")
                .contains(image);
        assertThat(sql.number(
                        "select count(*) from annotation where image_id = ? and account_id = ? and purpose = 'gold'",
                        image,
                        ann.id().value()))
                .isEqualTo(4);
        send(ann, image, "flagged", null, "three");
        assertThat(image(image)).isEqualTo(before);
    }

    @Test
    void a_repeat_comes_after_so_many_others_and_a_correction_is_of_what_it_corrects() {
        queue.filled(project, 400);
        settings(Map.of("repeatShare", 0.3, "repeatAfter", 10));
        List<Long> own = claim(ann, 10);
        for (Long image : own) {
            answer(ann, image, "cat");
        }
        assertThat(claim(ann, 30)).doesNotContainAnyElementsOf(own);
        List<Long> others = claim(ben, 20);
        others.forEach(image -> answer(ben, image, "dog"));
        List<Long> again = new ArrayList<>(claim(ben, 60));
        again.retainAll(others.subList(0, 10));
        assertThat(again).isNotEmpty();
        long image = again.get(0);
        String first = sql.value(
                "select client_key from annotation where image_id = ? and account_id = ?",
                String.class,
                image,
                ben.id().value());
        send(ben, image, "labelled", "cat", "again");
        assertThat(label(image)).isEqualTo("dog");
        checked("repeats.right", 0);
        Map<String, Object> correction = new HashMap<>(Map.of(
                "image", image, "outcome", "labelled", "label", "bird", "clientKey", "mended", "corrects", first));
        ben.api()
                .body(correction)
                .post("/api/projects/" + project + "/annotations")
                .then()
                .statusCode(201);
        assertThat(label(image)).as("the first answer was corrected").isEqualTo("bird");
    }

    @Test
    void who_labels_sees_only_themselves_and_only_tens() {
        long image = goldOf(ann);
        send(ann, image, "labelled", "dog", "one");
        ann.api()
                .get("/api/projects/" + project + "/checks")
                .then()
                .body("readers", hasSize(1))
                .body("readers[0].name", equalTo("Ann"))
                .body("readers[0].gold.images", equalTo(0));
        ben.api().get("/api/projects/" + project + "/checks").then().body("readers.name", equalTo(List.of("Ben")));
        checked("gold.images", 1);
        ann.api().get("/api/images/" + image + "/gold").then().statusCode(403);
        ann.bearer().get("/projects/" + project + "/labels/own").then().statusCode(200);
        lead.bearer().get("/projects/" + project + "/labels").then().statusCode(200);
    }

    @Test
    void a_gold_image_looks_to_its_reader_like_any_other_before_the_answer_and_after_it() {
        long image = goldOf(ann);
        String plain = "/api/images/" + image;
        lead.api().get(plain).then().body("state", equalTo("labelled")).body("label", equalTo("dog"));
        ann.api().get(plain).then().body("state", equalTo("waiting")).body("label", equalTo(null));
        assertThat(listed(ann, "state=waiting")).contains(image);
        assertThat(listed(ann, "state=labelled")).doesNotContain(image);
        assertThat(listed(ann, "label=dog")).doesNotContain(image);
        assertThat(listed(lead, "label=dog")).contains(image);

        answer(ann, image, "cat");
        ann.api()
                .get(plain)
                .then()
                .body("state", equalTo("labelled"))
                .body("label", equalTo("cat"))
                .body("prediction", equalTo(null));
        assertThat(listed(ann, "label=cat")).contains(image);
        assertThat(listed(ann, "label=dog&state=labelled")).doesNotContain(image);
        assertThat(listed(ann, "state=waiting")).doesNotContain(image);
        lead.api().get(plain).then().body("label", equalTo("dog"));
    }

    /** Who reads the lists before, or lets the lease lapse and reads them then, would know which image is gold, and its label. */
    @Test
    void a_gold_image_waits_for_whoever_may_still_be_asked_about_it() {
        long image = goldOf(ann);
        String plain = "/api/images/" + image;
        ben.api().get(plain).then().body("state", equalTo("waiting")).body("label", equalTo(null));
        assertThat(listed(ben, "label=dog")).isEmpty();
        assertThat(listed(ben, "state=waiting")).contains(image);
        sql.update("update lease set claimed_at = claimed_at - interval '1 day' where image_id = ?", image);
        ann.api().get(plain).then().body("state", equalTo("waiting")).body("label", equalTo(null));
        answer(ann, image, "cat");
        ann.api().get(plain).then().body("state", equalTo("labelled")).body("label", equalTo("cat"));
        ben.api().get(plain).then().body("state", equalTo("waiting"));
    }

    @Test
    void a_repeat_hides_what_its_reader_said_and_shows_what_they_say_now() {
        queue.filled(project, 200);
        List<Long> own = claim(ann, 20);
        own.forEach(image -> answer(ann, image, "cat"));
        settings(Map.of("repeatShare", 0.3, "repeatAfter", 10));
        long image = claim(ann, 60).stream().filter(own::contains).findFirst().orElseThrow();
        ann.api()
                .get("/api/images/" + image)
                .then()
                .body("state", equalTo("waiting"))
                .body("label", equalTo(null));
        assertThat(listed(ann, "label=cat")).doesNotContain(image);
        answer(ann, image, "dog");
        ann.api().get("/api/images/" + image).then().body("label", equalTo("dog"));
        assertThat(label(image)).isEqualTo("cat");
    }

    @Test
    void numbers_of_lists_are_not_told_to_whom_they_would_tell_of_a_check() {
        goldOf(ann);
        String path = "/api/projects/" + project + "/images?state=labelled";
        ann.api().get(path).then().statusCode(200).body("total", equalTo(null));
        lead.api().get(path).then().body("total", equalTo(40));
    }

    @Test
    void a_second_reader_does_not_see_what_the_first_one_said() {
        settings(Map.of("overlap", 2));
        long image = queue.waiting(project, 0.5);
        assertThat(claim(ann, 1)).containsExactly(image);
        answer(ann, image, "cat");
        assertThat(claim(ben, 1)).containsExactly(image);
        ben.api()
                .get("/api/images/" + image)
                .then()
                .body("state", equalTo("waiting"))
                .body("label", equalTo(null));
        assertThat(listed(ben, "state=labelled")).doesNotContain(image);
        assertThat(listed(ben, "label=cat")).doesNotContain(image);
    }

    @Test
    void shares_out_of_their_range_are_refused() {
        change(Map.of("goldShare", 0.4)).statusCode(400);
        change(Map.of("repeatShare", -0.1)).statusCode(400);
        change(Map.of("repeatAfter", 3)).statusCode(400);
    }

    /** A gold image, whose right label is dog, that this person was just handed. */
    private long goldOf(TestPerson person) {
        Set<Long> gold = goldImages(40);
        queue.filled(project, 200);
        settings(Map.of("goldShare", 0.3));
        return claim(person, 80).stream().filter(gold::contains).findFirst().orElseThrow();
    }

    private Set<Long> goldImages(int number) {
        Set<Long> gold = new TreeSet<>(queue.filled(project, number));
        gold.forEach(image -> gold(image, "dog"));
        return gold;
    }

    private void gold(long image, String label) {
        lead.api()
                .body(Map.of("label", label))
                .put("/api/images/" + image + "/gold")
                .then()
                .statusCode(200);
    }

    private void checked(String figure, int value) {
        lead.api()
                .get("/api/projects/" + project + "/checks")
                .then()
                .statusCode(200)
                .body("readers[0]." + figure, equalTo(value));
    }

    private TestPerson annotator(String name) {
        TestPerson person = people.person(name);
        projects.member(project, person.id(), ProjectRole.ANNOTATOR);
        return person;
    }

    private void settings(Map<String, Object> settings) {
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

    private List<Long> listed(TestPerson person, String query) {
        return person.api()
                .get("/api/projects/" + project + "/images?limit=200&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", Long.class);
    }

    private List<Long> claim(TestPerson person, int count) {
        return items(person, count).stream()
                .map(item -> ((Number) item.get("image")).longValue())
                .toList();
    }

    private static List<Long> ids(ValidatableResponse claimed) {
        return claimed.statusCode(200).extract().jsonPath().getList("items.image", Long.class);
    }

    private void answer(TestPerson person, long image, String label) {
        send(person, image, "labelled", label, null).statusCode(201);
    }

    private ValidatableResponse send(TestPerson person, long image, String outcome, String label, String key) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "image",
                image,
                "outcome",
                outcome,
                "clientKey",
                key == null ? UUID.randomUUID().toString() : key));
        if (label != null) {
            body.put("label", label);
        }
        return person.api()
                .body(body)
                .post("/api/projects/" + project + "/annotations")
                .then();
    }

    private static long id(ValidatableResponse sent) {
        return sent.extract().jsonPath().getLong("id");
    }

    /** All that answers derive. */
    private String image(long image) {
        return sql.value(
                "select concat(state, ' ', class_id, ' ', readers) from image where id = ?", String.class, image);
    }

    private String label(long image) {
        return sql.value(
                "select c.name from image i join project_class c on c.id = i.class_id where i.id = ?",
                String.class,
                image);
    }
}
