package org.doubtless.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.doubtless.demo.pollen.Species;
import org.doubtless.project.ProjectId;
import org.doubtless.support.Sql;
import org.doubtless.support.TestJobs;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoTest {
    private static final int IMAGES = 120;

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestJobs jobs;

    @Inject
    Sql sql;

    @Test
    void the_demo_draws_its_images_and_the_oracle_labels_them_until_a_model_learns() {
        TestPerson lead = people.person("Visitor");
        JsonPath made = lead.api()
                .body("{\"images\": " + IMAGES + ", \"seed\": 7}")
                .post("/api/demo")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        ProjectId project = new ProjectId(made.getLong("project"));
        JsonPath drawn = jobs.await(lead, made.getLong("job"));
        assertThat(drawn.getInt("result.taken")).isEqualTo(IMAGES);
        assertThat(sql.number(
                        "select count(*) from image_truth t join image i on i.id = t.image_id where i.project_id = ?",
                        project.value()))
                .isEqualTo(IMAGES);

        pace(lead, project, 3000);
        long oracle = jobs.awaitJob(project, "oracle");
        jobs.await(lead, oracle);
        // The import's own round has no labels; one with all of them follows it.
        jobs.awaitModel(project);

        JsonPath status = lead.api().get("/api/projects/" + project + "/status").jsonPath();
        assertThat(status.getInt("labelled") + status.getInt("cannotTell")).isEqualTo(IMAGES);
        assertThat(status.getInt("cannotTell")).isPositive();
        assertThat(status.getInt("model.number")).isPositive();
        assertThat(status.getInt("waiting")).isZero();
    }

    @Test
    void another_pace_replaces_the_first_and_0_stops_it() {
        TestPerson lead = people.person("Visitor");
        JsonPath made = lead.api()
                .body("{\"images\": 20, \"seed\": 8}")
                .post("/api/demo")
                .then()
                .extract()
                .jsonPath();
        ProjectId project = new ProjectId(made.getLong("project"));
        jobs.await(lead, made.getLong("job"));
        pace(lead, project, 1);
        pace(lead, project, 2);
        lead.api().get("/api/projects/" + project + "/demo/oracle").then().body("perMinute", equalTo(2));
        pace(lead, project, 0);
        lead.api().get("/api/projects/" + project + "/demo/oracle").then().body("perMinute", equalTo(0));
    }

    @Test
    void nobody_has_more_than_a_few_demos_or_draws_two_at_once() {
        TestPerson lead = people.person("Collector");
        long unfinished = sql.number(
                "insert into job (kind, state, title, created_by, created_at)"
                        + " values ('demo', 'waiting', 'Drawing', ?, now()) returning id",
                lead.id().value());
        refused(lead, "demo_running", "Job " + unfinished);
        sql.update("update job set state = 'done' where id = ?", unfinished);
        for (int i = 0; i < LimitDemos.MOST; i++) {
            sql.update(
                    "update project set demo = true where id = ?",
                    projects.project(lead, "cat", "dog").value());
        }
        refused(lead, "demos", "Delete one");
    }

    private static void refused(TestPerson lead, String code, String words) {
        lead.api()
                .body("{\"images\": 20}")
                .post("/api/demo")
                .then()
                .statusCode(409)
                .body("code", equalTo(code))
                .body("detail", org.hamcrest.Matchers.containsString(words));
    }

    @Test
    void only_a_demo_has_an_oracle() {
        TestPerson lead = people.person("Lead");
        ProjectId project = projects.project(lead, "cat", "dog");
        lead.api()
                .body("{\"perMinute\": 10}")
                .post("/api/projects/" + project + "/demo/oracle")
                .then()
                .statusCode(409)
                .body("code", equalTo("not_a_demo"));
    }

    @Test
    void the_oracle_waits_until_all_is_drawn() {
        TestPerson lead = people.person("Visitor");
        ProjectId project = projects.project(lead, "cat", "dog");
        sql.update("update project set demo = true where id = ?", project.value());
        sql.update(
                "insert into job (project_id, kind, state, title, created_at)"
                        + " values (?, 'demo', 'running', 'Drawing', now())",
                project.value());
        lead.api()
                .body("{\"perMinute\": 10}")
                .post("/api/projects/" + project + "/demo/oracle")
                .then()
                .statusCode(409)
                .body("code", equalTo("demo_running"));
        pace(lead, project, 0);
    }

    @Test
    void the_oracle_is_sure_of_clear_grains_and_never_names_debris() {
        int told = 0;
        for (int index = 0; index < 500; index++) {
            var truth = org.doubtless.demo.pollen.PollenSlides.truth(7, index);
            var answer = OracleAnswer.of(7, index);
            switch (truth.kind()) {
                case CLEAR -> assertThat(answer).isEqualTo(truth.species());
                case DEBRIS -> assertThat(answer).isEmpty();
                default -> told += answer.isPresent() ? 1 : 0;
            }
        }
        assertThat(told).as("of the unclear ones it names some").isBetween(10, 50);
        assertThat(Species.values()).hasSize(10);
    }

    private static void pace(TestPerson lead, ProjectId project, int perMinute) {
        lead.api()
                .body("{\"perMinute\": " + perMinute + "}")
                .post("/api/projects/" + project + "/demo/oracle")
                .then()
                .statusCode(200);
    }
}
