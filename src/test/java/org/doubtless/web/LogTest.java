package org.doubtless.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.HeardLog;
import org.doubtless.support.Sql;
import org.doubtless.support.TestBrowser;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogTest {
    @Inject
    DiscsAndSquares pool;

    @Inject
    TestPeople people;

    @Inject
    Sql sql;

    @Test
    void every_line_of_a_round_says_of_which_round_job_and_project() {
        pool.make(20, 4);
        pool.label(pool.active().subList(0, 6));
        try (HeardLog log = HeardLog.open()) {
            pool.round();
            String project = pool.project().toString();
            String job = sql.number(
                            "select max(id) from job where kind = 'round' and project_id = ?",
                            pool.project().value())
                    + "";
            String round = sql.number(
                            "select max(id) from round where project_id = ?",
                            pool.project().value()) + "";
            List<HeardLog.Line> lines = log.lines().stream()
                    .filter(line -> line.text().contains("Job " + job))
                    .toList();
            assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
            assertThat(lines).allSatisfy(line -> assertThat(line.ids())
                    .containsEntry("project", project)
                    .containsEntry("round", round)
                    .containsEntry("job", job));
            assertThat(lines.get(0).text())
                    .startsWith(
                            "project=%s round=%s job=%s: Job %s (round) begins".formatted(project, round, job, job));
        }
    }

    @Test
    void a_request_has_an_id_that_its_log_and_its_answer_carry() {
        TestPerson lead = pool.make(2, 1).lead();
        sql.update("alter table model_version rename column metrics to metrics_away");
        try (HeardLog log = HeardLog.open()) {
            var answer = lead.api()
                    .header("X-Request-Id", "from-the-proxy-1")
                    .get("/api/projects/" + pool.project() + "/models");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.header("X-Request-Id")).isEqualTo("from-the-proxy-1");
            HeardLog.Line incident = log.lines().stream()
                    .filter(line -> line.text().contains("Incident"))
                    .findFirst()
                    .orElseThrow();
            assertThat(incident.ids())
                    .containsEntry("request", "from-the-proxy-1")
                    .containsEntry("account", lead.id().toString())
                    .containsEntry("project", pool.project().toString());
        } finally {
            sql.update("alter table model_version rename column metrics_away to metrics");
        }
        assertThat(lead.api().get("/api/account").header("X-Request-Id")).matches("[0-9a-f]{12}");
        assertThat(lead.api()
                        .header("X-Request-Id", "two words")
                        .get("/api/account")
                        .header("X-Request-Id"))
                .as("what is no plain word is not taken over")
                .matches("[0-9a-f]{12}");
        assertThat(RestAssured.get("/api/account").header("X-Request-Id"))
                .as("of a refusal, too")
                .isNotBlank();
    }

    @Test
    void an_address_makes_no_line_of_its_own() {
        TestPerson lead = pool.make(2, 1).lead();
        sql.update("alter table model_version rename column metrics to metrics_away");
        try (HeardLog log = HeardLog.open()) {
            lead.api()
                    .urlEncodingEnabled(false)
                    .get("/api/projects/" + pool.project() + "/models/1/quality/x%0AForged%20line.csv")
                    .then()
                    .statusCode(500);
            assertThat(log.lines())
                    .filteredOn(line -> line.text().contains("Forged"))
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line.text()).contains("x%0AForged%20line.csv"));
        } finally {
            sql.update("alter table model_version rename column metrics_away to metrics");
        }
    }

    @Test
    void what_admits_somebody_never_gets_into_the_log() {
        TestPerson ada = people.person("Ada");
        TestPerson root = people.administrator("Root");
        try (HeardLog log = HeardLog.open()) {
            TestBrowser browser = new TestBrowser();
            browser.signIn(ada.email(), "a wrong pass phrase");
            browser.signIn(ada.email(), TestPerson.PASSWORD).then().statusCode(303);
            browser.get("/api/account").then().statusCode(200);
            RestAssured.given()
                    .header("Authorization", "Bearer dbl_no-such-token")
                    .get("/api/account");
            ada.api().get("/api/account").then().statusCode(200);
            ada.api().post("/api/projects").then().statusCode(400);
            root.api()
                    .body(Map.of("email", "new-" + ada.email(), "name", "New", "password", "another pass phrase"))
                    .post("/api/accounts");
            root.api().body("{\"password\": \"broken pass phrase").post("/api/accounts");
            assertThat(log.lines()).allSatisfy(line -> assertThat(line.text() + line.ids())
                    .doesNotContain(
                            ada.token(), root.token(), "dbl_", TestPerson.PASSWORD, "pass phrase", ada.email()));
        }
    }
}
