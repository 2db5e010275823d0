package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.doubtless.project.ProjectId;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.Sql;
import org.doubtless.support.TestJobs;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoundTest {
    private static final int ACTIVE = 60;
    private static final int CONTROL = 12;
    private static final String FEATURES =
            "select count(*) from image_feature f join image i on i.id = f.image_id where i.project_id = ?";

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    DiscsAndSquares pool;

    @Inject
    TestJobs jobs;

    @Inject
    Sql sql;

    private TestPerson lead;
    private ProjectId project;
    private List<Long> active;
    private List<Long> control;

    @BeforeEach
    void aPoolOfDiscsAndSquares() {
        pool.make(ACTIVE, CONTROL, 15);
        lead = pool.lead();
        project = pool.project();
        active = List.copyOf(pool.active());
        control = List.copyOf(pool.control());
    }

    @Test
    void a_round_publishes_model_scores_and_queue_together() {
        pool.label(active.subList(0, 10));
        pool.label(control.subList(0, 6));
        long job = start();
        jobs.await(lead, job);

        JsonPath status = lead.api()
                .get("/api/projects/" + project + "/status")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(status.getInt("model.number")).isEqualTo(1);
        assertThat(status.getInt("accuracy.n")).isEqualTo(6);
        assertThat(status.getDouble("accuracy.low")).isLessThan(status.getDouble("accuracy.high"));
        assertThat(status.getInt("newLabels")).isZero();

        assertThat(scores()).as("every image of the pool is scored").isEqualTo(ACTIVE + CONTROL);
        assertThat(sql.number(
                        "select count(*) from image_score s join image i on i.id = s.image_id where i.project_id = ?"
                                + " and (abs(total - aleatoric - epistemic) > 1e-4 or total not between 0 and 1.0001)",
                        project.value()))
                .isZero();
        assertThat(queued()).as("what was labelled is gone").isEqualTo(ACTIVE - 10 + CONTROL - 6);
        assertThat(sql.number(
                        "select count(*) from (select score, lead(score) over (order by position) as next from queue_entry"
                                + " where project_id = ? and reason = 'doubt') pairs where next > score",
                        project.value()))
                .as("the queue is in the order of the scores")
                .isZero();
        List<Long> served = claim(10);
        assertThat(served.stream().filter(control::contains).toList())
                .as("every tenth image served measures")
                .hasSize(1);

        assertThat(log(lead, job)).contains("Accuracy on the control images: ", "images in the new queue");
        TestPerson reader = people.person("Reader");
        projects.member(project, reader.id(), org.doubtless.project.ProjectRole.VIEWER);
        assertThat(log(reader, job))
                .as("its digits would tell how many control images are labelled")
                .contains("images in the new queue")
                .doesNotContainIgnoringCase("accuracy");
    }

    private static String log(TestPerson person, long job) {
        return person.api()
                .get("/api/jobs/" + job)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("log.line.join('|')");
    }

    @Test
    void leases_and_answers_of_the_meantime_survive_the_swap() {
        pool.label(active.subList(0, 8));
        List<Long> held = claim(3);
        jobs.await(lead, start());
        TestPerson other = people.person("Other");
        projects.member(project, other.id(), org.doubtless.project.ProjectRole.ANNOTATOR);
        List<Long> rest =
                jobs.ids(other.api().body("{\"count\": 100}").post("/api/projects/" + project + "/queue/claim"));
        assertThat(rest).hasSize(ACTIVE - 8 + CONTROL - 3).doesNotContainAnyElementsOf(held);
    }

    @Test
    void enough_labels_start_a_round_by_themselves() {
        pool.label(active.subList(0, 15));
        long job = jobs.awaitJob(project, "round");
        jobs.await(lead, job);
        lead.api()
                .get("/api/projects/" + project + "/rounds")
                .then()
                .body("items[0].cause", equalTo("labels"))
                .body("items[0].state", equalTo("published"))
                .body("items[0].trainingLabels", equalTo(15));
    }

    @Test
    void without_labels_of_two_classes_the_button_says_why() {
        startNot("too_few_labels", "no image is labelled yet");
        pool.label(List.of(active.get(0), active.get(2)));
        startNot("too_few_labels", "all 2 labels are of one class");
    }

    @Test
    void a_second_request_never_makes_two_rounds_at_once() {
        pool.label(active.subList(0, 6));
        long job = start();
        assertThat(start()).as("the round under way is the one to watch").isEqualTo(job);
        jobs.await(lead, job);
        assertThat(sql.number(
                        "select count(*) from round a join round b on b.project_id = a.project_id and b.id > a.id"
                                + " and b.finished_at is not null and b.created_at < a.finished_at"
                                + " where a.project_id = ?",
                        project.value()))
                .isZero();
    }

    @Test
    void a_cancelled_round_neither_begins_anew_nor_stands_in_the_way() {
        pool.label(active.subList(0, 6));
        long job = start();
        lead.api().delete("/api/jobs/" + job).then().statusCode(200);
        jobs.awaitEnd(lead, job);
        long second = start();
        jobs.await(lead, second);
        assertThat(sql.number("select count(*) from round where project_id = ?", project.value()))
                .isEqualTo(2);
    }

    @Test
    void a_round_whose_job_ended_without_it_does_not_block_the_next() {
        pool.label(active.subList(0, 6));
        sql.update(
                "with gone as (insert into job (project_id, kind, state, title, created_at)"
                        + " values (?, 'round', 'cancelled', 'Round 1', now()) returning id)"
                        + " insert into round (project_id, number, job_id, cause, state, seed, created_at)"
                        + " select ?, 1, id, 'hand', 'waiting', 1, now() from gone",
                project.value(),
                project.value());
        jobs.await(lead, start());
    }

    @Test
    void a_round_whose_image_cannot_be_read_sets_it_aside_by_name() {
        long poison = active.get(ACTIVE - 1);
        sql.update("update image_content set content = '\\x0102' where image_id = ?", poison);
        long labelledPoison = active.get(ACTIVE - 2);
        sql.update("update image_content set content = '\\x0103' where image_id = ?", labelledPoison);
        pool.label(active.subList(0, 8));
        pool.label(List.of(labelledPoison));
        long job = start();
        jobs.await(lead, job);
        lead.api()
                .get("/api/jobs/" + job)
                .then()
                .body("result.setAside", equalTo(2))
                .body("log.line.join('|')", containsString("image " + poison))
                .body("log.line.join('|')", containsString("1 of 9 labels are not learnt"));
        assertThat(scores()).isEqualTo(ACTIVE + CONTROL - 2);
        assertThat(queued()).as("a person may still look at it").isEqualTo(ACTIVE - 9 + CONTROL);
        assertThat(pool.get("/rounds").getInt("items[0].trainingLabels")).isEqualTo(8);
        assertThat(pool.get("/models/1").getInt("metrics.trainingLabels")).isEqualTo(8);
    }

    @Test
    void features_are_made_once_and_later_only_for_new_images() {
        pool.label(active.subList(0, 8));
        jobs.await(lead, start());
        assertThat(sql.number(FEATURES, project.value())).isEqualTo(ACTIVE + CONTROL);
        String before = features();
        long added = pool.addActive();
        pool.label(active.subList(8, 10));
        jobs.await(lead, start());
        assertThat(features()).as("the rows that were there are the same rows").startsWith(before);
        assertThat(sql.number(FEATURES + " and f.image_id = ?", project.value(), added))
                .isEqualTo(1);
        assertThat(sql.number("select count(*) from feature_set where project_id = ?", project.value()))
                .isEqualTo(1);
    }

    @Test
    void a_round_goes_on_with_the_features_that_a_killed_one_left() {
        pool.label(active.subList(0, 8));
        jobs.await(lead, start());
        sql.update("delete from image_feature where image_id in (?, ?)", active.get(20), active.get(30));
        String left = features();
        pool.label(active.subList(8, 10));
        jobs.await(lead, start());
        assertThat(sql.number(FEATURES, project.value())).isEqualTo(ACTIVE + CONTROL);
        assertThat(features().split(",")).contains(left.split(","));
    }

    @Test
    void the_same_labels_give_the_same_model_and_scores() {
        pool.label(active.subList(0, 8));
        jobs.await(lead, start());
        String first = scoresOfNewest();
        jobs.await(lead, start());
        assertThat(scoresOfNewest()).isEqualTo(first);
    }

    /** Which row versions the features are. */
    private String features() {
        return sql.value(
                "select string_agg(f.image_id || ':' || f.ctid || ':' || f.xmin, ',' order by f.image_id)"
                        + " from image_feature f join image i on i.id = f.image_id where i.project_id = ?",
                String.class,
                project.value());
    }

    private String scoresOfNewest() {
        return sql.value(
                "select string_agg(image_id || ':' || total || ':' || epistemic || ':' || probabilities::text, ',' order by image_id)"
                        + " from image_score where model_version_id = (select published_model from project where id = ?)",
                String.class,
                project.value());
    }

    private long start() {
        return lead.api()
                .post("/api/projects/" + project + "/rounds")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
    }

    private void startNot(String code, String why) {
        lead.api()
                .post("/api/projects/" + project + "/rounds")
                .then()
                .statusCode(409)
                .body("code", equalTo(code))
                .body("detail", containsString(why));
    }

    private List<Long> claim(int count) {
        return jobs.ids(
                lead.api().body("{\"count\": " + count + "}").post("/api/projects/" + project + "/queue/claim"));
    }

    private long scores() {
        return sql.number(
                "select count(*) from image_score s join image i on i.id = s.image_id where i.project_id = ?",
                project.value());
    }

    private long queued() {
        return sql.number("select count(*) from queue_entry where project_id = ?", project.value());
    }
}
