package org.doubtless.round.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.Sql;
import org.doubtless.support.TestJobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project that wants an encoder trained on its pool. */
@QuarkusTest
class PoolEncoderTest {
    @Inject
    DiscsAndSquares pool;

    @Inject
    TestJobs jobs;

    @Inject
    Sql sql;

    @BeforeEach
    void aPool() {
        pool.make(24, 4);
        pool.label(pool.active().subList(0, 6));
    }

    @Test
    void the_next_round_trains_one_and_later_rounds_keep_it() {
        want("{\"augmentations\": [\"flip\", \"crop\"], \"steps\": 60}", 200);
        JsonPath round = pool.round();
        assertThat(lines(round)).anyMatch(line -> line.startsWith("Training an encoder, 60 steps"));
        assertThat(sets()).isEqualTo("60 steps of 64, rate 0.001, temperature 0.2, crop+flip");
        assertThat(checkpoint()).as("nothing is left to go on from").isNull();

        assertThat(lines(pool.round())).noneMatch(line -> line.startsWith("Training an encoder"));

        pool.lead().api().delete(path()).then().statusCode(204);
        assertThat(lines(pool.round())).noneMatch(line -> line.startsWith("Training an encoder"));
        assertThat(sets()).isEqualTo("60 steps of 64, rate 0.001, temperature 0.2, crop+flip,none");
    }

    /** What a killed or cancelled training leaves is a checkpoint; the next ends with what one alone would have had. */
    @Test
    void a_training_goes_on_from_its_checkpoint_to_the_same_bits() {
        want("{\"augmentations\": [\"crop\"], \"steps\": 400}", 200);
        long job = pool.lead()
                .api()
                .post("/api/projects/" + pool.project() + "/rounds")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
        jobs.until(this::checkpoint);
        pool.lead().api().delete("/api/jobs/" + job).then().statusCode(200);
        assertThat(jobs.awaitEnd(pool.lead(), job).getString("state")).isEqualTo("cancelled");
        assertThat(checkpoint()).isNotNull();

        assertThat(lines(pool.round())).contains("Training an encoder, 400 steps, on from where it was stopped");
        String resumed = newestExtractor();
        sql.update(
                "delete from feature_set where project_id = ?", pool.project().value());
        assertThat(lines(pool.round())).contains("Training an encoder, 400 steps");
        assertThat(newestExtractor()).isEqualTo(resumed);
    }

    @Test
    void what_cannot_be_wanted_is_said() {
        pool.lead()
                .api()
                .body("{\"augmentations\": [\"blur\"]}")
                .put(path())
                .then()
                .statusCode(400)
                .body("detail", containsString("there is no augmentation \"blur\""));
        want("{\"steps\": 0}", 400);
        want("{\"augmentations\": []}", 400);
        pool.lead().api().get(path()).then().statusCode(200).body("augmentations", empty());
    }

    private void want(String body, int status) {
        pool.lead().api().body(body).put(path()).then().statusCode(status);
    }

    private String path() {
        return "/api/projects/" + pool.project() + "/encoder";
    }

    private static List<String> lines(JsonPath round) {
        return round.getList("log.line");
    }

    private String sets() {
        return sql.value(
                "select string_agg(coalesce(encoder, 'none'), ',' order by id) from feature_set where project_id = ?",
                String.class,
                pool.project().value());
    }

    private String newestExtractor() {
        return sql.value(
                "select md5(extractor) from feature_set where project_id = ? order by id desc limit 1",
                String.class,
                pool.project().value());
    }

    private byte[] checkpoint() {
        return sql.value(
                "select checkpoint from encoder where project_id = ?",
                byte[].class,
                pool.project().value());
    }
}
