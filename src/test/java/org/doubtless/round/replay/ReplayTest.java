package org.doubtless.round.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.Sql;
import org.doubtless.support.TestJobs;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.Test;

/** A project's own labels are asked for again in both orders, and the figures shown are those of the kept curves. */
@QuarkusTest
class ReplayTest {
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
        return "/api/projects/" + shapes.project() + "/replay";
    }

    private long start() {
        return shapes.lead()
                .api()
                .post(path())
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
    }

    @Test
    void measuresBothOrdersOnTheSameSeeds() {
        shapes.make(50, 24);
        shapes.label(shapes.active());
        shapes.label(shapes.control());
        jobs.await(shapes.lead(), start());
        JsonPath found = shapes.get("/replay");
        long project = shapes.project().value();
        assertThat(found.getInt("measured.labels")).isEqualTo(50);
        assertThat(found.getInt("measured.budget")).isEqualTo(50);
        assertThat(found.getInt("measured.control")).isEqualTo(24);

        String points = " from replay_point p join replay r on r.id = p.replay_id where r.project_id = ?";
        assertThat(sql.number("select count(distinct (active, seed))" + points, project))
                .isEqualTo(2 * ReplayJob.SEEDS);
        assertThat(sql.number("select count(*)" + points + " and p.labels = 50", project))
                .isEqualTo(2 * ReplayJob.SEEDS);
        String mean = "select avg(accuracy)::float8" + points + " and active and p.labels = 10";
        assertThat(found.getDouble("measured.active[0].accuracy"))
                .isEqualTo(sql.value(mean, Double.class, project), within(1e-6));
        String target = "select (0.98 * min(accuracy))::float8" + points + " and p.labels = 50";
        assertThat(found.getDouble("measured.saving.target"))
                .isEqualTo(sql.value(target, Double.class, project), within(1e-6));
        String saved = "with needed as (select active, seed, min(p.labels) as labels" + points
                + " and accuracy >= (" + target + ") group by active, seed)"
                + " select (avg(labels) filter (where not active) - avg(labels) filter (where active))::float8 from needed";
        assertThat(found.getDouble("measured.saving.saved"))
                .isEqualTo(sql.value(saved, Double.class, project, project), within(1e-6));
        assertThat(found.getString("measured.caveat")).contains("active order chose");
    }

    @Test
    void saysWhatIsMissingWithoutTellingHowMuch() {
        shapes.make(10, 4);
        shapes.label(shapes.active());
        JsonPath ended = jobs.awaitEnd(shapes.lead(), start());
        assertThat(ended.getString("state")).isEqualTo("failed");
        assertThat(ended.getString("failure")).contains("too few of one").doesNotContain("10 labels");
    }

    @Test
    void isForLeads() {
        shapes.make(2, 0);
        TestPerson viewer = people.person("Viewer");
        projects.member(shapes.project(), viewer.id(), ProjectRole.VIEWER);
        viewer.api().get(path()).then().statusCode(403);
        viewer.api().post(path()).then().statusCode(403);
    }
}
