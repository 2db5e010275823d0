package org.doubtless.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.Sql;
import org.doubtless.support.TestJobs;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsTest {
    @Inject
    DiscsAndSquares pool;

    @Inject
    TestPeople people;

    @Inject
    TestJobs jobs;

    @Inject
    Sql sql;

    @Test
    void a_claim_an_answer_and_a_round_are_seen_from_one_address() {
        pool.make(20, 4);
        TestPerson administrator = people.administrator("Administrator");
        String before = scrape(administrator);
        pool.label(pool.active().subList(0, 6));
        jobs.ids(pool.lead().api().body("{\"count\": 3}").post("/api/projects/" + pool.project() + "/queue/claim"));
        pool.round();
        String after = scrape(administrator);

        assertThat(grown(before, after, "doubtless_claim_seconds_count")).isEqualTo(1);
        assertThat(grown(before, after, "doubtless_claim_seconds_bucket{le=\"+Inf\""))
                .isEqualTo(1);
        assertThat(grown(before, after, "doubtless_submit_seconds_count")).isEqualTo(6);
        assertThat(grown(before, after, "doubtless_annotations_total{outcome=\"labelled\""))
                .isEqualTo(6);
        assertThat(value(after, "doubtless_queue_images{project=\"" + pool.project() + "\""))
                .isEqualTo(24 - 6);
        assertThat(grown(before, after, "doubtless_rounds_ended_total{outcome=\"published\""))
                .isEqualTo(1);
        assertThat(grown(before, after, "doubtless_jobs_ended_total{kind=\"round\",state=\"done\""))
                .isEqualTo(1);
        assertThat(grown(before, after, "doubtless_job_seconds_count{kind=\"round\""))
                .isEqualTo(1);
        for (String stage : List.of("Snapshot of the labels", "Scoring of images", "Publication")) {
            assertThat(grown(before, after, "doubtless_round_stage_seconds_count{stage=\"" + stage + "\""))
                    .as(stage)
                    .isEqualTo(1);
        }
        double stages =
                total(after, "doubtless_round_stage_seconds_sum") - total(before, "doubtless_round_stage_seconds_sum");
        double whole = grown(before, after, "doubtless_job_seconds_sum{kind=\"round\"");
        assertThat(stages).isPositive().isLessThanOrEqualTo(whole + 0.1);
        assertThat(value(after, "doubtless_database_up")).isEqualTo(1);
        assertThat(value(after, "doubtless_database_bytes")).isGreaterThan(1e6);
        assertThat(after).contains("agroal_active_count{");
    }

    @Test
    void a_job_that_no_worker_takes_is_told() {
        TestPerson administrator = people.administrator("Administrator");
        sql.update("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                + " values ('nobodys', '1', now() - interval '100 seconds', false, 1)");
        sql.update(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, last_heartbeat, version)"
                        + " values ('nobodys', '2', now(), true, now() - interval '50 seconds', 1)");
        try {
            String now = scrape(administrator);
            assertThat(value(now, "doubtless_job_waiting_seconds")).isGreaterThanOrEqualTo(100);
            assertThat(value(now, "doubtless_job_heartbeat_age_seconds")).isGreaterThanOrEqualTo(50);
        } finally {
            sql.update("delete from scheduled_tasks where task_name = 'nobodys'");
        }
    }

    @Test
    void only_administrators_may_ask() {
        assertThat(people.person("Somebody").bearer().get("/q/metrics").statusCode())
                .isEqualTo(403);
    }

    private static String scrape(TestPerson administrator) {
        return administrator
                .bearer()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static double grown(String before, String after, String name) {
        return value(after, name) - value(before, name);
    }

    /** The value of the line that begins so; 0 where there is none. */
    private static double value(String scrape, String name) {
        return scrape.lines()
                .filter(line -> line.startsWith(name))
                .filter(line -> Pattern.matches("[{,} ].*", line.substring(name.length())))
                .mapToDouble(MetricsTest::number)
                .findFirst()
                .orElse(0);
    }

    private static double total(String scrape, String name) {
        return scrape.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(MetricsTest::number)
                .sum();
    }

    private static double number(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
}
