package org.doubtless.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many answers in one call: all of them or none, and back the same way. */
@QuarkusTest
class ManyAnnotationsTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestQueue queue;

    @Inject
    Sql sql;

    private TestPerson lead;
    private ProjectId project;
    private List<Long> images;

    @BeforeEach
    void aQueue() {
        lead = people.person("Lead");
        project = projects.project(lead, "cat", "dog");
        images = new ArrayList<>(queue.filled(project, 5));
        Collections.reverse(images);
    }

    @Test
    void all_are_kept_in_the_order_sent_and_again_changes_nothing() {
        List<Integer> first =
                send(lead, images, "cat", "a").then().statusCode(200).extract().path("items.id");
        assertThat(send(lead, images, "cat", "a")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<Integer>>path("items.id"))
                .isEqualTo(first);
        assertThat(count("shown = 'pool'")).isEqualTo(5);
        assertThat(labelled("cat")).isEqualTo(5);
        assertThat(queued()).isZero();
    }

    @Test
    void one_that_is_wrong_keeps_all_the_others_out() {
        List<Long> withAStranger = new ArrayList<>(images);
        withAStranger.add(projects.image(projects.project(lead)));
        send(lead, withAStranger, "cat", "b")
                .then()
                .statusCode(404)
                .body("detail", containsString(withAStranger.get(5).toString()));
        send(lead, images, "wolf", "c").then().statusCode(400).body("code", equalTo("unknown_label"));
        send(lead, List.of(images.get(0), images.get(0)), "cat", "d").then().statusCode(400);
        send(lead, List.of(), "cat", "e").then().statusCode(400);
        assertThat(count("true")).isZero();
    }

    @Test
    void who_leads_nothing_answers_only_what_they_were_handed() {
        TestPerson ann = people.person("Ann");
        projects.member(project, ann.id(), ProjectRole.ANNOTATOR);
        send(ann, images, "cat", "f").then().statusCode(409).body("code", equalTo("not_claimed"));
        assertThat(count("true")).isZero();
        ann.api()
                .body("{\"count\": 5}")
                .post("/api/projects/" + project + "/queue/claim")
                .then()
                .statusCode(200);
        send(ann, images, "cat", "g").then().statusCode(200);
        List<Integer> mine = ids();
        TestPerson ben = people.person("Ben");
        projects.member(project, ben.id(), ProjectRole.ANNOTATOR);
        withdraw(ben, mine).then().statusCode(403);
        assertThat(labelled("cat")).isEqualTo(5);
    }

    @Test
    void taken_back_as_a_whole_what_was_said_before_holds_again() {
        send(lead, images.subList(0, 2), "dog", "h").then().statusCode(200);
        List<Integer> relabelled =
                send(lead, images, "cat", "i").then().extract().path("items.id");
        assertThat(labelled("cat")).isEqualTo(5);
        withdraw(lead, relabelled).then().statusCode(200);
        withdraw(lead, relabelled).then().statusCode(200);
        assertThat(labelled("dog")).isEqualTo(2);
        assertThat(labelled("cat")).isZero();
        assertThat(queued()).isEqualTo(3);
        assertThat(sql.number(
                        "select count(*) from queue_entry where project_id = ? and leased_by is not null",
                        project.value()))
                .as("nobody has them open")
                .isZero();
    }

    private Response send(TestPerson person, List<Long> to, String label, String key) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int k = 0; k < to.size(); k++) {
            items.add(Map.of(
                    "image", to.get(k), "outcome", "labelled", "label", label, "clientKey", key + k, "shown", "pool"));
        }
        return person.api().body(Map.of("items", items)).post("/api/projects/" + project + "/annotations/bulk");
    }

    private Response withdraw(TestPerson person, List<Integer> ids) {
        return person.api()
                .body(Map.of("annotations", ids))
                .post("/api/projects/" + project + "/annotations/bulk-withdrawal");
    }

    private List<Integer> ids() {
        String listed = sql.value(
                "select string_agg(id::text, ' ') from annotation where project_id = ?", String.class, project.value());
        return List.of(listed.split(" ")).stream().map(Integer::valueOf).toList();
    }

    private long count(String condition) {
        return sql.number("select count(*) from annotation where project_id = ? and " + condition, project.value());
    }

    private long labelled(String label) {
        return sql.number(
                "select count(*) from image i join project_class c on c.id = i.class_id"
                        + " where i.project_id = ? and i.state = 'labelled' and c.name = ?",
                project.value(),
                label);
    }

    private long queued() {
        return sql.number("select count(*) from queue_entry where project_id = ?", project.value());
    }
}
