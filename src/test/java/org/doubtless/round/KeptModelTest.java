package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeptModelTest {
    private static final int ACTIVE = 40;
    private static final int CONTROL = 16;

    @Inject
    DiscsAndSquares pool;

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @BeforeEach
    void aModelIsPublished() {
        pool.make(ACTIVE, CONTROL);
        pool.label(pool.active().subList(0, 10));
        pool.label(pool.control());
        pool.round();
    }

    @Test
    void a_model_worse_beyond_chance_is_kept_and_the_old_queue_serves_on() {
        List<Long> before = pool.queued();
        pool.mislabel(pool.active().subList(10, 36));
        JsonPath job = pool.round();

        assertThat(job.getBoolean("result.published")).isFalse();
        assertThat(job.getString("result.comparison")).contains("of model 1", "worse beyond what chance explains");
        assertThat(job.getString("log.line.join('|')"))
                .contains("Kept but not published: the model that served goes on serving");
        JsonPath kept = pool.get("/models/2");
        assertThat(kept.getString("state")).isEqualTo("kept");
        assertThat(kept.getString("publishedAt")).isNull();
        assertThat(kept.getInt("metrics.comparison.with")).isEqualTo(1);
        assertThat(kept.getInt("metrics.comparison.images")).isEqualTo(CONTROL);
        assertThat(kept.getDouble("metrics.comparison.high")).isNegative();
        assertThat(pool.scores(2)).as("its scores are kept").isNotEmpty();

        assertThat(pool.get("/models/1").getString("state")).isEqualTo("published");
        JsonPath status = pool.get("/status");
        assertThat(status.getInt("model.number")).isEqualTo(1);
        assertThat(status.getInt("kept.model")).isEqualTo(2);
        assertThat(status.getString("kept.sentence")).contains("worse");
        assertThat(pool.get("/rounds").getString("items[0].state")).isEqualTo("kept");
        List<Long> left = new ArrayList<>(before);
        left.removeAll(pool.active().subList(10, 36));
        assertThat(pool.queued()).isEqualTo(left);
    }

    @Test
    void both_are_measured_on_the_control_labels_as_of_now() {
        // Who labels the other way round now makes the old model wrong everywhere, and the new one right.
        pool.mislabel(pool.active().subList(0, 36));
        pool.mislabel(pool.control());
        JsonPath job = pool.round();
        assertThat(job.getBoolean("result.published")).isTrue();
        assertThat(pool.get("/models/2").getDouble("metrics.comparison.low")).isPositive();
        assertThat(pool.get("/status").getInt("model.number")).isEqualTo(2);
    }

    @Test
    void two_versions_stand_side_by_side_but_only_leads_see_the_labels_of_now() {
        pool.mislabel(pool.active().subList(10, 36));
        pool.round();
        JsonPath both = pool.get("/models/1/compare?with=2");
        assertThat(both.getInt("model.number")).isEqualTo(1);
        assertThat(both.getInt("with.number")).isEqualTo(2);
        assertThat(both.getInt("sameImages.images")).isEqualTo(CONTROL);
        assertThat(both.getDouble("sameImages.low")).isPositive();
        assertThat(both.getString("message")).contains("better beyond what chance explains");

        TestPerson viewer = people.person("Viewer");
        projects.member(pool.project(), viewer.id(), ProjectRole.VIEWER);
        JsonPath seen = viewer.api()
                .get("/api/projects/" + pool.project() + "/models/1/compare?with=2")
                .jsonPath();
        assertThat(seen.getMap("sameImages")).isNull();
        assertThat(seen.getString("message")).contains("Leads see");
        String page = page(viewer, "/models/2");
        assertThat(page).contains("Leads see this").doesNotContain("data-opens=\"publish-dialog\"");
        assertThat(page(pool.lead(), "/models")).contains("kept, not published", "serves");
        assertThat(page(pool.lead(), "/models/2?with=1"))
                .contains("Model 2 against 1", "worse beyond what chance explains", "EJML 0.", "Publish model 2?");
    }

    private String page(TestPerson person, String path) {
        return person.api()
                .accept("text/html")
                .get("/projects/" + pool.project() + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void the_model_after_a_kept_one_is_published_again() {
        pool.mislabel(pool.active().subList(10, 36));
        pool.round();
        pool.label(pool.active().subList(10, 36));
        assertThat(pool.round().getBoolean("result.published")).isTrue();
        JsonPath status = pool.get("/status");
        assertThat(status.getInt("model.number")).isEqualTo(3);
        assertThat(status.getMap("kept")).as("old news").isNull();
        assertThat(pool.get("/models").getList("items.state", String.class))
                .containsExactly("published", "kept", "retired");
    }
}
