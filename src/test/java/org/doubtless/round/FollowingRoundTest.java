package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectSettings;
import org.doubtless.project.Projects;
import org.doubtless.support.Sql;
import org.doubtless.support.TestLabels;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestRounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that come during a round are merged into one that follows. */
@QuarkusTest
class FollowingRoundTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects testProjects;

    @Inject
    TestLabels labels;

    @Inject
    TestRounds rounds;

    @Inject
    Sql sql;

    @Inject
    AgroalDataSource database;

    @Inject
    Projects projects;

    @Inject
    RequestRound requestRound;

    @Inject
    StartDueRound startDueRound;

    private TestPerson lead;
    private ProjectId project;

    @BeforeEach
    void aProjectThatCanLearn() {
        lead = people.person("Lead");
        project = testProjects.project(lead, ProjectSettings.DEFAULT, "a", "b");
        labels.active(project, 0, 3);
        labels.active(project, 1, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"published", "failed", "cancelled"})
    void many_requests_make_one_round_that_follows_however_the_other_ends(String end) throws Exception {
        long job = rounds.running(project);
        for (int k = 0; k < 3; k++) {
            train().statusCode(202)
                    .body("job", equalTo((int) job))
                    .body("follows", equalTo(true))
                    .body("message", containsString("another follows"));
        }
        labels.active(project, 0, 6);
        startDueRound.startIfDue(project);
        assertThat(rounds.count(project)).isEqualTo(1);
        status().body("next.follows", equalTo("hand")).body("next.sentence", containsString("asked for by Lead"));

        rounds.end(project, end);
        startDueRound.startIfDue(project);
        startDueRound.startIfDue(project);
        assertThat(rounds.count(project)).isEqualTo(2);
        assertThat(rounds.newestCause(project)).isEqualTo("hand");
        assertThat(sql.number("select count(*) from wanted_round where project_id = ?", project.value()))
                .isZero();
    }

    @Test
    void enough_labels_during_a_round_have_another_follow() throws Exception {
        rounds.running(project);
        labels.active(project, 0, 4);
        startDueRound.startIfDue(project);
        status().body("next.follows", nullValue());
        labels.active(project, 1, 1);
        startDueRound.startIfDue(project);
        status().body("next.follows", equalTo("labels"));
        rounds.end(project, "cancelled");
        startDueRound.startIfDue(project);
        assertThat(rounds.newestCause(project)).isEqualTo("labels");
        assertThat(rounds.count(project)).isEqualTo(2);
    }

    @Test
    void a_request_survives_the_end_of_every_process() {
        rounds.running(project);
        train().statusCode(202).body("follows", equalTo(true));
        // All that a process knows that is started now is in the database.
        StartDueRound fresh = new StartDueRound(database, projects, requestRound, Clock.systemUTC());
        QuarkusTransaction.requiringNew().call(() -> {
            assertThat(fresh.waiting()).contains(project);
            return null;
        });
        // The job ends without its round, as after a crash.
        sql.update("update job set state = 'failed' where project_id = ?", project.value());
        QuarkusTransaction.requiringNew().call(() -> {
            fresh.startIfDue(project);
            return null;
        });
        assertThat(rounds.count(project)).isEqualTo(2);
        assertThat(rounds.newestCause(project)).isEqualTo("hand");
    }

    @Test
    void a_round_that_has_not_begun_takes_the_request_in() {
        long job = rounds.waiting(project);
        train().statusCode(202).body("job", equalTo((int) job)).body("follows", equalTo(false));
        status().body("next.follows", nullValue());
    }

    @Test
    void the_round_that_follows_can_be_taken_back() throws Exception {
        rounds.running(project);
        train().statusCode(202);
        cancelNext().statusCode(204);
        cancelNext().statusCode(409).body("code", equalTo("no_next_round"));
        rounds.end(project, "published");
        startDueRound.startIfDue(project);
        assertThat(rounds.count(project)).isEqualTo(1);
    }

    @Test
    void a_pause_takes_back_what_nobody_asked_for() throws Exception {
        rounds.running(project);
        labels.active(project, 0, 5);
        startDueRound.startIfDue(project);
        cancelNext().statusCode(409).body("code", equalTo("next_round_by_labels"));
        lead.api()
                .body(Map.of("settings", Map.of("retraining", "paused")))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
        status().body("next.follows", nullValue()).body("next.sentence", containsString("Paused by Lead"));
        rounds.end(project, "published");
        startDueRound.startIfDue(project);
        assertThat(rounds.count(project)).isEqualTo(1);

        rounds.running(project);
        train().statusCode(202).body("follows", equalTo(true));
        rounds.end(project, "published");
        startDueRound.startIfDue(project);
        assertThat(rounds.count(project)).as("by hand it still works").isEqualTo(3);
    }

    private ValidatableResponse train() {
        return lead.api().post("/api/projects/" + project + "/rounds").then();
    }

    private ValidatableResponse cancelNext() {
        return lead.api().delete("/api/projects/" + project + "/rounds/next").then();
    }

    private ValidatableResponse status() {
        return lead.api().get("/api/projects/" + project + "/status").then().statusCode(200);
    }
}
