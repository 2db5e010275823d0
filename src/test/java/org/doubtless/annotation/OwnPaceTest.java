package org.doubtless.annotation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody learns their own pace and goal, and nobody another's. */
@QuarkusTest
class OwnPaceTest {
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
    private ProjectId project;

    @BeforeEach
    void aProject() {
        lead = people.person("Lead");
        ann = people.person("Ann");
        project = projects.project(lead);
        projects.member(project, ann.id(), ProjectRole.ANNOTATOR);
    }

    @Test
    void the_median_is_of_the_persons_own_answers_to_single_images() {
        pace(ann).body("milliseconds", nullValue()).body("measured", equalTo(0)).body("today", equalTo(0));
        answered(ann, 4000, "alone");
        answered(ann, 9000, "alone");
        answered(ann, 5000, "alone");
        answered(ann, 100, "grid");
        answered(lead, 60_000, "alone");
        pace(ann)
                .body("milliseconds", equalTo(5000))
                .body("measured", equalTo(3))
                .body("today", equalTo(4));
        pace(lead).body("milliseconds", equalTo(60_000)).body("today", equalTo(1));
    }

    @Test
    void a_check_counts_as_any_other_image_and_a_correction_does_not_count_again() {
        long image = answered(ann, 4000, "alone");
        long again = projects.annotation(project, image, ann);
        pace(ann).body("today", equalTo(1));
        sql.update("update annotation set purpose = 'repeat' where id = ?", again);
        pace(ann).body("today", equalTo(2));
        sql.update("update annotation set created_at = now() - interval '1 day' where id = ?", again);
        pace(ann).body("today", equalTo(1));
    }

    @Test
    void a_moment_that_is_none_is_refused() {
        ann.api()
                .get("/api/projects/" + project + "/pace?since=morning")
                .then()
                .statusCode(400)
                .body("detail", containsString("morning"));
    }

    @Test
    void a_goal_is_kept_for_its_person_and_leaves_the_rest_of_their_desk() {
        ann.api().body("{\"showWhy\": false}").put("/api/account/desk").then().statusCode(200);
        ann.api().get("/api/account/goal").then().statusCode(200).body("images", nullValue());
        ann.api().body("{\"images\": 120}").put("/api/account/goal").then().statusCode(200);
        ann.api().get("/api/account/goal").then().body("images", equalTo(120));
        ann.api().get("/api/account/desk").then().body("showWhy", equalTo(false));
        lead.api().get("/api/account/goal").then().body("images", nullValue());
        ann.api().body("{\"images\": null}").put("/api/account/goal").then().statusCode(200);
        ann.api().get("/api/account/goal").then().body("images", nullValue());
        ann.api().body("{\"images\": 0}").put("/api/account/goal").then().statusCode(400);
    }

    @Test
    void work_waits_where_somebody_may_label_and_nobody_holds_it() {
        int id = Math.toIntExact(project.value());
        work(ann).body("projects.id", not(hasItem(id)));
        queue.waiting(project, 0.5);
        work(ann).body("projects.id", hasItem(id));
        work(people.person("Stranger")).body("projects.id", not(hasItem(id)));
        lead.api().body("{\"count\": 1}").post("/api/projects/" + project + "/queue/claim");
        work(ann).body("projects.id", not(hasItem(id)));
    }

    private long answered(TestPerson person, int milliseconds, String shown) {
        long image = projects.image(project);
        long answer = projects.annotation(project, image, person);
        sql.update("update annotation set milliseconds = ?, shown = ? where id = ?", milliseconds, shown, answer);
        return image;
    }

    private ValidatableResponse pace(TestPerson person) {
        return person.api()
                .get("/api/projects/" + project + "/pace?since=" + Instant.now().minus(1, ChronoUnit.HOURS))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse work(TestPerson person) {
        return person.api().get("/api/account/work").then().statusCode(200);
    }
}
