package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.doubtless.round.features.ForgetGraphs;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.Sql;
import org.doubtless.support.TestJobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishVersionTest {
    private static final int ACTIVE = 30;
    private static final int CONTROL = 6;

    @Inject
    DiscsAndSquares pool;

    @Inject
    TestJobs jobs;

    @Inject
    Sql sql;

    @Inject
    ForgetGraphs graphs;

    @BeforeEach
    void twoVersions() {
        pool.make(ACTIVE, CONTROL);
        pool.label(pool.active().subList(0, 6));
        pool.round();
        pool.label(pool.active().subList(6, 12));
        pool.round();
    }

    @Test
    void going_back_takes_scores_and_queue_along_and_what_is_answered_stays_away() {
        String before = pool.scores(1);
        pool.label(pool.active().subList(12, 16));
        JsonPath job = pool.publish(1);
        assertThat(job.getString("log.line.join('|')")).contains("Published: model 1");

        assertThat(pool.get("/status").getInt("model.number")).isEqualTo(1);
        assertThat(pool.get("/models").getList("items.state", String.class)).containsExactly("retired", "published");
        assertThat(pool.scores(1)).isEqualTo(before);
        assertThat(pool.queued())
                .hasSize(ACTIVE - 16 + CONTROL)
                .doesNotContainAnyElementsOf(pool.active().subList(0, 16));
        assertThat(sql.number(
                        "select count(*) from queue_entry q where project_id = ?",
                        pool.project().value()))
                .as("the old queue is gone")
                .isEqualTo(ACTIVE - 16 + CONTROL);
        assertThat(sql.value(
                        "select published_by from model_version where project_id = ? and number = 1",
                        Long.class,
                        pool.project().value()))
                .isEqualTo(pool.lead().id().value());
        pool.round();
        assertThat(pool.get("/status").getInt("model.number"))
                .as("the next round goes on")
                .isEqualTo(3);
    }

    @Test
    void a_model_made_again_gives_the_very_scores_and_order_that_it_gave() {
        String scores = pool.scores(2);
        List<Long> order = activeOf(pool.queued());
        pool.publish(1);
        drop(2);
        assertThat(pool.scores(2)).isEmpty();
        graphs.forget();
        pool.publish(2);
        assertThat(pool.scores(2)).isEqualTo(scores);
        assertThat(activeOf(pool.queued())).isEqualTo(order);
    }

    @Test
    void images_that_came_since_are_scored_too() {
        long added = pool.addActive();
        pool.publish(1);
        assertThat(pool.scores(1)).contains("," + added + ":");
        assertThat(pool.queued()).contains(added);
    }

    @Test
    void with_an_image_of_its_graph_gone_kept_scores_still_rank() {
        delete(pool.active().get(29));
        JsonPath job = pool.publish(1);
        assertThat(job.getString("log.line.join('|')")).contains("1 are gone from the pool", "by model doubt alone");
        assertThat(pool.get("/status").getInt("model.number")).isEqualTo(1);
        assertThat(pool.queued()).hasSize(ACTIVE - 12 + CONTROL - 1);
        assertThat(sql.number(
                        "select count(*) from (select score, lead(score) over (order by position) as next from queue_entry"
                                + " where project_id = ? and reason = 'doubt') pairs where next > score",
                        pool.project().value()))
                .isZero();
    }

    @Test
    void without_scores_and_with_an_image_gone_it_says_why_not() {
        delete(pool.active().get(29));
        drop(1);
        long job = post(1).then().statusCode(202).extract().jsonPath().getLong("job");
        JsonPath ended = jobs.awaitEnd(pool.lead(), job);
        assertThat(ended.getString("state")).isEqualTo("failed");
        assertThat(ended.getString("failure"))
                .contains(
                        "of the 36 images that it was made from, 1 are gone",
                        "image " + pool.active().get(29));
        assertThat(pool.get("/status").getInt("model.number")).isEqualTo(2);
    }

    @Test
    void the_published_one_and_one_that_is_not_there_are_refused() {
        post(2).then().statusCode(409).body("code", equalTo("already_published"));
        post(9).then().statusCode(404).body("code", equalTo("model_version_not_found"));
    }

    private io.restassured.response.Response post(int number) {
        return pool.lead().api().post("/api/projects/" + pool.project() + "/models/" + number + "/publish");
    }

    private List<Long> activeOf(List<Long> queue) {
        return queue.stream().filter(pool.active()::contains).toList();
    }

    private void drop(int number) {
        sql.update("drop table image_score_"
                + sql.number(
                        "select id from model_version where project_id = ? and number = ?",
                        pool.project().value(),
                        number));
    }

    private void delete(long image) {
        sql.update("delete from image where id = ?", image);
    }
}
