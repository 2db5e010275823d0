package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.project.ProjectSettings;
import org.doubtless.support.Sql;
import org.doubtless.support.TestJobs;
import org.doubtless.support.TestLabels;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestRounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A failed round that a person tries again. */
@QuarkusTest
class RetriedRoundTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestLabels labels;

    @Inject
    TestRounds rounds;

    @Inject
    TestJobs jobs;

    @Inject
    Sql sql;

    private TestPerson lead;
    private ProjectId project;
    private long job;

    @BeforeEach
    void aRoundThatFailedBecauseNoImageCanBeRead() {
        lead = people.person("Lead");
        project = projects.project(lead, new ProjectSettings(0.1, 1_000, 900, 5), "a", "b");
        labels.active(project, 0, 3);
        labels.active(project, 1, 3);
        job = lead.api()
                .post("/api/projects/" + project + "/rounds")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
        assertThat(jobs.awaitEnd(lead, job).getString("state")).isEqualTo("failed");
    }

    @Test
    void it_says_where_it_failed_and_is_the_same_round_again() {
        lead.api()
                .get("/api/jobs/" + job)
                .then()
                .body("stage", startsWith("Learning what"))
                .body("tries", equalTo(0));
        assertThat(lead.api().post("/api/jobs/" + job + "/retry").statusCode()).isIn(202, 409);
        assertThat(jobs.awaitEnd(lead, job).getString("state")).isEqualTo("failed");
        assertThat(rounds.count(project)).isEqualTo(1);
        assertThat(sql.value("select state from round where job_id = ?", String.class, job))
                .isEqualTo("failed");
    }

    @Test
    void it_is_refused_once_another_has_come() {
        rounds.running(project);
        lead.api().post("/api/jobs/" + job + "/retry").then().statusCode(409).body("code", equalTo("round_overtaken"));
        assertThat(jobs.awaitEnd(lead, job).getString("state")).isEqualTo("failed");
    }

    @Test
    void only_leads_try_again() {
        TestPerson annotator = people.person("Annotator");
        projects.member(project, annotator.id(), ProjectRole.ANNOTATOR);
        annotator.api().post("/api/jobs/" + job + "/retry").then().statusCode(403);
    }
}
