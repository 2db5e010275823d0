package org.doubtless.round.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.Sql;
import org.doubtless.support.TestJobs;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.Test;

/** Labels that were planted wrong come out of a check, by models that have not learnt them, and are repaired once. */
@QuarkusTest
class LabelCheckTest {
    @Inject
    DiscsAndSquares shapes;

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestJobs jobs;

    @Inject
    Sql sql;

    private String path() {
        return "/api/projects/" + shapes.project() + "/label-check";
    }

    private JsonPath check() {
        long job = shapes.lead()
                .api()
                .post(path())
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
        return jobs.await(shapes.lead(), job);
    }

    private List<Long> suspects() {
        JsonPath found = shapes.get("/label-check");
        return Stream.of(0, 1, 2)
                .flatMap(box -> found.getList("boxes[" + box + "].items.image", Long.class).stream())
                .toList();
    }

    private int decide(long image, String label, String key) {
        return shapes.lead()
                .api()
                .body(Map.of("image", image, "outcome", "labelled", "label", label, "clientKey", key))
                .post("/api/projects/" + shapes.project() + "/disagreements")
                .statusCode();
    }

    @Test
    void findsWhatWasLabelledWrongAndKeepsWhatALeadDecides() {
        shapes.make(60, 6);
        List<Long> wrong = shapes.active().subList(0, 2);
        List<Long> right = shapes.active().subList(2, 50);
        assertThat(decide(right.get(0), "disc", "too-early"))
                .as("nothing to decide yet")
                .isEqualTo(409);
        shapes.label(right);
        shapes.mislabel(wrong);
        shapes.mislabel(shapes.control());
        check();

        JsonPath found = shapes.get("/label-check");
        assertThat(found.getInt("labels")).isEqualTo(50);
        assertThat(found.getInt("judged")).isEqualTo(50);
        assertThat(suspects()).containsAll(wrong).doesNotContainAnyElementsOf(shapes.control());
        assertThat(suspects()).as("few that are right").hasSizeLessThan(8);
        assertThat(sql.number(
                        "select count(*) from label_score s join label_check k on k.id = s.check_id where k.project_id = ?",
                        shapes.project().value()))
                .isEqualTo(50);

        String planted = sql.value("select filename from image where id = ?", String.class, wrong.get(0));
        assertThat(decide(wrong.get(0), planted, "one")).isEqualTo(201);
        assertThat(decide(wrong.get(0), planted, "one")).as("sent again").isEqualTo(200);
        String given = sql.value(
                "select c.name from image i join project_class c on c.id = i.class_id where i.id = ?",
                String.class,
                wrong.get(1));
        assertThat(decide(wrong.get(1), given, "two")).as("kept as it is").isEqualTo(201);
        assertThat(suspects()).doesNotContainAnyElementsOf(wrong);
        assertThat(sql.number(
                        "select count(*) from annotation where image_id = ? and purpose = 'adjudication'",
                        wrong.get(0)))
                .isEqualTo(1);
        assertThat(sql.value(
                        "select c.name from image i join project_class c on c.id = i.class_id where i.id = ?",
                        String.class,
                        wrong.get(0)))
                .isEqualTo(planted);
    }

    @Test
    void boxesFollowTheThresholds() {
        shapes.make(40, 0);
        shapes.label(shapes.active().subList(2, 40));
        shapes.mislabel(shapes.active().subList(0, 2));
        check();
        long project = shapes.project().value();
        for (Map.Entry<String, double[]> box : Map.of(
                        "slip", new double[] {1, 1}, "unclear", new double[] {1, 0}, "unknown", new double[] {0, 0})
                .entrySet()) {
            sql.update(
                    "update project set model_threshold = ?, data_threshold = ? where id = ?",
                    box.getValue()[0],
                    box.getValue()[1],
                    project);
            JsonPath found = shapes.get("/label-check");
            List<String> reasons = found.getList("boxes.reason");
            for (int k = 0; k < 3; k++) {
                int total = found.getInt("boxes[" + k + "].total");
                assertThat(total > 0)
                        .as(reasons.get(k))
                        .isEqualTo(reasons.get(k).equals(box.getKey()));
            }
        }
    }

    @Test
    void isForLeads() {
        shapes.make(4, 0);
        TestPerson annotator = people.person("Annotator");
        projects.member(shapes.project(), annotator.id(), ProjectRole.ANNOTATOR);
        annotator.api().get(path()).then().statusCode(403);
        annotator.api().post(path()).then().statusCode(403);
    }
}
