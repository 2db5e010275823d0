package org.doubtless.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectsApiTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    Sql sql;

    private TestPerson ada;
    private final String name = "Pollen " + UUID.randomUUID();

    @BeforeEach
    void person() {
        ada = people.person("Ada");
    }

    private ValidatableResponse create(Map<String, Object> body) {
        return ada.api().body(body).post("/api/projects").then();
    }

    @Test
    void creatorBecomesLeadAndReadsItBack() {
        int id = create(Map.of(
                        "name", " " + name + " ", "task", "classification", "classes", List.of("alder", "birch")))
                .statusCode(201)
                .body("name", equalTo(name))
                .body("role", equalTo("lead"))
                .body("classes.name", contains("alder", "birch"))
                .body("classes.key", contains("1", "2"))
                .body("settings.controlShare", equalTo(0.1f))
                .body("settings.retraining", equalTo("grows"))
                .body("settings.retrainAfter", nullValue())
                .body("demo", equalTo(false))
                .extract()
                .path("id");
        ada.api().get("/api/projects/" + id).then().statusCode(200).body("name", equalTo(name));
        ada.api().get("/api/projects").then().body("id", hasItem(id));
        people.person("Bob").api().get("/api/projects").then().body("id", not(hasItem(id)));
        people.administrator("Root").api().get("/api/projects").then().body("id", hasItem(id));
    }

    @Test
    void refusesWhatIsNoProject() {
        refuse("blank", Map.of("name", "  ", "classes", List.of("a", "b")));
        refuse("blank", Map.of("classes", List.of("a", "b")));
        refuse("too_long", Map.of("name", "x".repeat(201), "classes", List.of("a", "b")));
        refuse("control_character", Map.of("name", "a\u0000b", "classes", List.of("a", "b")));
        refuse("too_few_classes", Map.of("name", name));
        refuse("too_few_classes", Map.of("name", name, "classes", List.of("a")));
        refuse("blank", Map.of("name", name, "classes", List.of("a", " ")));
        refuse("duplicate_class", Map.of("name", name, "classes", List.of("Cat", " cat ")));
        refuse("too_many_classes", Map.of("name", name, "classes", Collections.nCopies(1001, "a")));
        refuse("unknown_task", Map.of("name", name, "task", "detection", "classes", List.of("a", "b")));
        refuseSetting("controlShare", 0.6);
        refuseSetting("retrainAfter", 0);
        refuseSetting("retrainAfter", 1.5);
        refuseSetting("retraining", "sometimes");
        refuseSetting("schedule", "every night");
        refuseSetting("leaseSeconds", 4);
        refuseSetting("samples", 1);
        assertThat(sql.number("select count(*) from project where name = ?", name))
                .isZero();
    }

    private void refuse(String code, Map<String, Object> body) {
        create(body).statusCode(400).contentType("application/problem+json").body("code", equalTo(code));
    }

    private void refuseSetting(String setting, Object value) {
        create(Map.of("name", name, "classes", List.of("a", "b"), "settings", Map.of(setting, value)))
                .statusCode(400)
                .body("detail", containsString(setting));
    }

    @Test
    void refusesBrokenJsonAndNoBody() {
        ada.api()
                .body("{\"name\": ")
                .post("/api/projects")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed"));
        ada.api().post("/api/projects").then().statusCode(400).body("code", equalTo("empty_body"));
    }

    @Test
    void refusesANameThatIsTaken() {
        create(Map.of("name", name, "classes", List.of("a", "b"))).statusCode(201);
        create(Map.of("name", name.toUpperCase(java.util.Locale.ROOT), "classes", List.of("a", "b")))
                .statusCode(409)
                .body("code", equalTo("project_name_taken"));
    }

    @Test
    void changesNameSettingsAndClasses() {
        ProjectId id = projects.project(ada, "cat", "dog");
        ada.api()
                .body(Map.of(
                        "name",
                        name,
                        "settings",
                        Map.of("retrainAfter", 7),
                        "addClasses",
                        List.of("bird"),
                        "renameClasses",
                        Map.of("dog", "hound")))
                .patch("/api/projects/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("settings.retrainAfter", equalTo(7))
                .body("settings.samples", equalTo(20))
                .body("classes.name", contains("cat", "hound", "bird"));
        ada.api()
                .body(Map.of("renameClasses", Map.of("fish", "shark")))
                .patch("/api/projects/" + id)
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown_label"))
                .body("detail", containsString("cat, hound, bird"));
        ada.api()
                .body(Map.of("addClasses", List.of("CAT")))
                .patch("/api/projects/" + id)
                .then()
                .statusCode(400)
                .body("code", equalTo("duplicate_class"));
    }

    @Test
    void choosesWhenRoundsStart() {
        ProjectId id = projects.project(ada);
        settings(id, Map.of("schedule", "0 2 * * *", "timeZone", "Europe/Berlin"))
                .statusCode(200)
                .body("settings.retraining", equalTo("schedule"))
                .body("settings.schedule", equalTo("0 2 * * *"))
                .body("settings.timeZone", equalTo("Europe/Berlin"))
                .body("settings.retrainAfter", nullValue());
        settings(id, Map.of("retraining", "paused"))
                .statusCode(200)
                .body("settings.retraining", equalTo("paused"))
                .body("settings.schedule", nullValue());
        // What was chosen before is remembered.
        settings(id, Map.of("retraining", "schedule")).body("settings.schedule", equalTo("0 2 * * *"));
        settings(id, Map.of("retrainAfter", 9)).body("settings.retraining", equalTo("labels"));
        settings(id, Map.of("samples", 30)).body("settings.retrainAfter", equalTo(9));
        settings(id, Collections.singletonMap("retrainAfter", null)).body("settings.retraining", equalTo("grows"));
        settings(id, Map.of("schedule", "0 25 * * *"))
                .statusCode(400)
                .body("code", equalTo("schedule"))
                .body("detail", containsString("[0, 23]"));
        settings(id, Map.of("schedule", "0 2 * * *", "timeZone", "Mars"))
                .statusCode(400)
                .body("code", equalTo("time_zone"));
        ada.api().get("/api/projects/" + id).then().body("settings.retraining", equalTo("grows"));
    }

    private ValidatableResponse settings(ProjectId project, Map<String, Object> settings) {
        return ada.api()
                .body(Map.of("settings", settings))
                .patch("/api/projects/" + project)
                .then();
    }

    @Test
    void keepsTheControlShareOnceImagesAreDrawn() {
        ProjectId id = projects.project(ada);
        Map<String, Object> change = Map.of("settings", Map.of("controlShare", 0.2));
        ada.api().body(change).patch("/api/projects/" + id).then().statusCode(200);
        projects.image(id);
        ada.api().body(change).patch("/api/projects/" + id).then().statusCode(200);
        ada.api()
                .body(Map.of("settings", Map.of("controlShare", 0.3)))
                .patch("/api/projects/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("control_share_fixed"));
    }

    @Test
    void managesMembersAndKeepsALead() {
        ProjectId id = projects.project(ada);
        TestPerson bob = people.person("Bob");
        String members = "/api/projects/" + id + "/members";
        ada.api()
                .body(Map.of("role", "annotator"))
                .put(members + "/" + bob.email())
                .then()
                .statusCode(200);
        ada.api().get(members).then().body("role", contains("lead", "annotator"));
        bob.api().get("/api/projects/" + id).then().statusCode(200).body("role", equalTo("annotator"));
        ada.api()
                .body(Map.of("role", "king"))
                .put(members + "/" + bob.id())
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown_role"));
        ada.api().delete(members + "/" + ada.id()).then().statusCode(409).body("code", equalTo("last_lead"));
        ada.api()
                .body(Map.of("role", "viewer"))
                .put(members + "/" + ada.id())
                .then()
                .statusCode(409);
        ada.api()
                .body(Map.of("role", "lead"))
                .put(members + "/" + bob.id())
                .then()
                .statusCode(200);
        ada.api().delete(members + "/" + ada.id()).then().statusCode(204);
        ada.api().get("/api/projects/" + id).then().statusCode(404).body("code", equalTo("project_not_found"));
    }
}
