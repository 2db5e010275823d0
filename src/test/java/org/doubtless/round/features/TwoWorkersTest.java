package org.doubtless.round.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.doubtless.demo.pollen.PollenSlides;
import org.doubtless.support.BuiltProduct;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two workers of the packaged program make the features of one round. */
@Tag("packaged")
class TwoWorkersTest {
    private static final int IMAGES = 640;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    private BuiltProduct product;
    private Sql sql;
    private TestPerson lead;
    private long project;

    @Test
    void both_make_some_and_together_what_one_makes_alone() throws Exception {
        try (BuiltProduct built = BuiltProduct.in(folder)) {
            product = built;
            sql = built.sql();
            built.serve("--no-worker");
            start("first");
            project();
            round();
            assertThat(makers()).isEqualTo(1);
            String alone = features();

            // What makes them stays, which saves its fitting.
            sql.update(
                    "delete from image_feature where image_id in (select id from image where project_id = ?)", project);
            sql.update(
                    "delete from feature_shard where feature_set_id in (select id from feature_set where project_id = ?)",
                    project);
            start("second");
            long job = round();
            assertThat(makers()).isEqualTo(2);
            assertThat(features()).as("to the last bit").isEqualTo(alone);
            assertThat(sql.number("select count(*) from job_log where job_id = ? and line like 'Worker % helps'", job))
                    .isEqualTo(1);
        }
    }

    private long makers() {
        return sql.number(
                "select count(distinct h.made_by) from feature_shard h join feature_set s on s.id = h.feature_set_id"
                        + " where s.project_id = ?",
                project);
    }

    private String features() {
        return sql.value(
                "select count(*) || ' ' || md5(string_agg(f.image_id || ':' || md5(f.numbers), ',' order by f.image_id))"
                        + " from image_feature f join image i on i.id = f.image_id where i.project_id = ?",
                String.class,
                project);
    }

    /** Starts a worker and waits until it looks for work. */
    private void start(String name) throws Exception {
        product.start(name, "worker");
        until("worker " + name, () -> Files.readString(folder.resolve(name + ".log"))
                .contains("started in"));
    }

    private void project() throws Exception {
        lead = product.people().person("Lead");
        project = api().body("{\"name\": \"Grains\", \"task\": \"classification\", \"classes\": [\"one\", \"other\"],"
                        + " \"settings\": {\"retraining\": \"paused\"}}")
                .post("/api/projects")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        RequestSpecification upload = lead.bearer().baseUri(product.uri().toString());
        PollenSlides.stream(11, IMAGES)
                .forEach(grain -> upload.multiPart("files", grain.filename(), grain.image(), "image/jpeg"));
        await(upload.post("/api/projects/" + project + "/images")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job"));
        for (int k = 0; k < 6; k++) {
            api().body("{\"image\": %d, \"outcome\": \"labelled\", \"label\": \"%s\", \"clientKey\": \"%d\"}"
                            .formatted(active(k), k % 2 == 0 ? "one" : "other", k))
                    .post("/api/projects/" + project + "/annotations")
                    .then()
                    .statusCode(201);
        }
    }

    private long active(int place) {
        return sql.number(
                "select id from image where project_id = ? and arm = 'active' order by id offset ? limit 1",
                project,
                place);
    }

    private long round() throws Exception {
        long job = api().post("/api/projects/" + project + "/rounds")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
        await(job);
        return job;
    }

    private void await(long job) throws Exception {
        until("job " + job, () -> sql.value("select state from job where id = ?", String.class, job)
                .equals("done"));
    }

    private RequestSpecification api() {
        return lead.api().baseUri(product.uri().toString());
    }

    private static void until(String what, Callable<Boolean> holds) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime()).as("waited too long for %s", what).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
