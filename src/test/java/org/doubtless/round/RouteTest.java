package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.model.ModelVersionId;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where an image goes by its two doubts, the same wherever it is asked. */
@QuarkusTest
class RouteTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestQueue queue;

    @Inject
    AgroalDataSource database;

    @Inject
    Sql sql;

    private TestPerson lead;
    private ProjectId project;
    private long model;

    @BeforeEach
    void aPublishedModel() {
        lead = people.person("Lead");
        project = projects.project(lead, "cat", "dog");
        model = projects.modelVersion(project);
        sql.update("create table image_score_" + model + " partition of image_score for values in (" + model + ")");
        sql.update("update project set published_model = ? where id = ?", model, project.value());
    }

    @Test
    void each_image_has_one_route_by_its_doubts_and_its_answers() {
        settings(Map.of("modelThreshold", 0.2, "dataThreshold", 0.5));
        long unknown = scored(0.3, 0.1);
        long both = scored(0.3, 0.6);
        long unclear = scored(0.1, 0.5);
        long sure = scored(0.1, 0.4);
        long unscored = queue.unscored(project, 0.5);
        long cannotTell = answered(scored(0.1, 0.6), "cannot_tell");
        long disputed = answered(scored(0.3, 0.6), "disagreement");
        answered(scored(0.3, 0.6), "labelled");
        answered(scored(0.3, 0.6), "flagged");

        assertThat(route("ask")).containsExactly(unknown, both, unscored);
        assertThat(route("second_reader")).containsExactly(unclear);
        assertThat(route("automatic")).containsExactly(sure);
        assertThat(route("better_image")).containsExactly(cannotTell, disputed);
        lead.api()
                .get("/api/projects/" + project + "/status")
                .then()
                .body("routes.ask", equalTo(3))
                .body("routes.secondReader", equalTo(1))
                .body("routes.automatic", equalTo(1))
                .body("routes.betterImage", equalTo(2));
        assertThat(csv().lines().toList())
                .containsExactly(
                        "image,filename,width,height,reason",
                        cannotTell + ",\"grain.png\",8,8,cannot_tell",
                        disputed + ",\"grain.png\",8,8,disagreement");

        settings(Map.of("modelThreshold", 0.4));
        assertThat(route("ask")).containsExactly(unscored);
        assertThat(route("second_reader")).containsExactly(both, unclear);
        list("?route=second_reader&order=data").body("items.id", equalTo(List.of((int) both, (int) unclear)));
    }

    @Test
    void routes_are_for_leads_because_they_tell_what_the_model_thinks() {
        TestPerson annotator = people.person("Annotator");
        projects.member(project, annotator.id(), ProjectRole.ANNOTATOR);
        annotator
                .api()
                .get("/api/projects/" + project + "/images?route=ask")
                .then()
                .statusCode(403);
        annotator
                .api()
                .get("/api/projects/" + project + "/status")
                .then()
                .statusCode(200)
                .body("routes", nullValue());
        lead.api().get("/api/projects/" + project + "/images?route=home").then().statusCode(400);
    }

    @Test
    void the_data_say_what_is_high_until_a_lead_does() throws Exception {
        for (int k = 0; k < 20; k++) {
            scored(k / 100.0, 0.2 + k / 100.0);
        }
        find();
        settings(Map.of())
                .body("settings.modelThreshold", equalTo(0.15f))
                .body("settings.dataThreshold", equalTo(0.35f))
                .body("settings.thresholdsFromData", equalTo(true));
        assertThat(route("ask")).as("a fifth, and the one at the threshold").hasSize(5);
        settings(Map.of("modelThreshold", 0.5))
                .body("settings.modelThreshold", equalTo(0.5f))
                .body("settings.dataThreshold", equalTo(0.35f))
                .body("settings.thresholdsFromData", equalTo(false));
        find();
        settings(Map.of()).body("settings.modelThreshold", equalTo(0.5f));
        settings(Map.of("thresholdsFromData", true)).body("settings.modelThreshold", equalTo(0.15f));
        lead.api()
                .body(Map.of("settings", Map.of("dataThreshold", 1.2)))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(400);
    }

    @Test
    void thresholds_from_the_data_stay_within_bounds() throws Exception {
        for (int k = 0; k < 10; k++) {
            scored(0.9, 0);
        }
        find();
        settings(Map.of())
                .body("settings.modelThreshold", equalTo(0.25f))
                .body("settings.dataThreshold", equalTo(0.1f));
    }

    private void find() throws Exception {
        QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                FindThresholds.of(connection, new ModelVersionId(model)).keep(connection, project);
                return null;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private long scored(double modelDoubt, double dataDoubt) {
        long image = queue.waiting(project, 0.5);
        sql.update(
                "insert into image_score select ?, ?, 0.7, ?::real, ?::real, min(id), '{1}' from project_class"
                        + " where project_id = ?",
                model, image, dataDoubt, modelDoubt, project.value());
        return image;
    }

    private long answered(long image, String state) {
        sql.update(
                "update image set state = ?, class_id = case when ? = 'labelled' then (select min(id) from project_class"
                        + " where project_id = image.project_id) end where id = ?",
                state,
                state,
                image);
        return image;
    }

    private List<Long> route(String name) {
        List<Number> ids = list("?route=" + name).extract().path("items.id");
        return ids.stream().map(Number::longValue).toList();
    }

    private ValidatableResponse list(String query) {
        return lead.api()
                .get("/api/projects/" + project + "/images" + query)
                .then()
                .statusCode(200);
    }

    private String csv() {
        return lead.bearer()
                .get("/api/projects/" + project + "/better-images.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private ValidatableResponse settings(Map<String, Object> settings) {
        return lead.api()
                .body(Map.of("settings", new HashMap<>(settings)))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
    }
}
