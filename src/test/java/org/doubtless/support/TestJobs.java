package org.doubtless.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.doubtless.project.ProjectId;

/** Waits for background work to end, and says what became of it. */
@ApplicationScoped
public class TestJobs {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Sql sql;

    TestJobs(Sql sql) {
        this.sql = sql;
    }

    /** Waits until the job is done; a job that failed fails the test with its own words. */
    public JsonPath await(TestPerson person, long job) {
        JsonPath ended = awaitEnd(person, job);
        assertThat(ended.getString("state")).as(ended.getString("failure")).isEqualTo("done");
        return ended;
    }

    /** Waits until the job has ended, however. */
    public JsonPath awaitEnd(TestPerson person, long job) {
        return until(() -> {
            JsonPath now = person.api()
                    .get("/api/jobs/" + job)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            return List.of("waiting", "running").contains(now.getString("state")) ? null : now;
        });
    }

    /** Waits until the project has a job of this kind; its id. */
    public long awaitJob(ProjectId project, String kind) {
        return until(() -> sql.value(
                "select max(id) from job where project_id = ? and kind = ?", Long.class, project.value(), kind));
    }

    /** Waits until a round has published a model. */
    public void awaitModel(ProjectId project) {
        until(() -> sql.number("select count(*) from model_version where project_id = ?", project.value()) > 0
                ? true
                : null);
    }

    /** The images of a claim. */
    public List<Long> ids(Response claimed) {
        return claimed.then().statusCode(200).extract().jsonPath().getList("items.image", Long.class);
    }

    /** Looks until there is something; what it is. */
    public <T> T until(Supplier<T> look) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            T found = look.get();
            if (found != null) {
                return found;
            }
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("nothing came within " + PATIENCE);
    }
}
