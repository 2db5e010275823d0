package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectSettings;
import org.doubtless.project.Projects;
import org.doubtless.support.Sql;
import org.doubtless.support.TestLabels;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestRounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a round starts by itself. */
@QuarkusTest
class RetrainingTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects testProjects;

    @Inject
    TestLabels labels;

    @Inject
    TestRounds rounds;

    @Inject
    Sql sql;

    @Inject
    AgroalDataSource database;

    @Inject
    Projects projects;

    @Inject
    RequestRound requestRound;

    @Inject
    StartDueRound startDueRound;

    private TestPerson lead;
    private ProjectId project;

    @BeforeEach
    void aProjectThatGrowsByItself() {
        lead = people.person("Lead");
        project = testProjects.project(lead, ProjectSettings.DEFAULT, "a", "b", "c");
    }

    @Test
    void while_a_class_has_no_label_five_new_ones_start_a_round() throws Exception {
        labels.active(project, 0, 40);
        labels.active(project, 1, 40);
        rounds.running(project);
        rounds.end(project, "published");
        labels.active(project, 0, 4);
        startDueRound.startIfDue(project);
        assertThat(rounds.count(project)).isEqualTo(1);
        labels.active(project, 1, 1);
        startDueRound.startIfDue(project);
        assertThat(rounds.count(project)).isEqualTo(2);
        assertThat(rounds.newestCause(project)).isEqualTo("labels");
    }

    @Test
    void a_label_that_is_only_said_again_is_not_new() throws Exception {
        labels.active(project, 0, 6);
        labels.active(project, 1, 6);
        rounds.running(project);
        rounds.end(project, "published");
        sayAgain("class_id");
        startDueRound.startIfDue(project);
        assertThat(rounds.count(project)).as("the same").isEqualTo(1);
        String other = "(select case when c.position = 1 then other.id else c.id end from project_class c"
                + " join project_class other on other.project_id = c.project_id and other.position = 2"
                + " where c.id = a.class_id)";
        sayAgain(other);
        sql.update(
                "update image a set class_id = " + other + " where project_id = ? and state = 'labelled'",
                project.value());
        startDueRound.startIfDue(project);
        assertThat(rounds.count(project)).as("another").isEqualTo(2);
    }

    /** Everybody answers what they have answered once more. */
    private void sayAgain(String label) {
        sql.update(
                "insert into annotation (project_id, image_id, account_id, outcome, class_id, client_key, created_at)"
                        + " select project_id, image_id, account_id, outcome, " + label
                        + ", gen_random_uuid(), created_at from annotation a where project_id = ? and id in"
                        + " (select max(id) from annotation group by image_id)",
                project.value());
    }

    @Test
    void once_all_classes_have_turned_up_it_takes_a_tenth_of_the_labels() throws Exception {
        labels.active(project, 0, 40);
        labels.active(project, 1, 40);
        assertThat(needed()).as("c has no label").isEqualTo(5);
        labels.active(project, 2, 1);
        assertThat(needed()).as("c has just turned up").isEqualTo(5);
        labels.active(project, 0, 14);
        assertThat(needed()).as("c is among the last 15").isEqualTo(5);
        labels.active(project, 1, 1);
        assertThat(needed()).as("a tenth of 96").isEqualTo(10);
        labels.control(project, 2, 30);
        assertThat(needed()).as("the control arm does not count").isEqualTo(10);
        labels.active(project, 2, 24);
        assertThat(needed()).as("a tenth of 120").isEqualTo(12);
    }

    @Test
    void few_labels_need_five_at_least() {
        assertThat(LabelsNeeded.grown(0, false)).isEqualTo(5);
        assertThat(LabelsNeeded.grown(50, false)).isEqualTo(5);
        assertThat(LabelsNeeded.grown(51, false)).isEqualTo(6);
        assertThat(LabelsNeeded.grown(6000, false)).isEqualTo(600);
        assertThat(LabelsNeeded.grown(6000, true)).isEqualTo(5);
    }

    @Test
    void a_fixed_number_stays_as_it_is() throws Exception {
        change(Map.of("retrainAfter", 12));
        labels.active(project, 0, 6);
        labels.active(project, 1, 5);
        startDueRound.startIfDue(project);
        assertThat(rounds.count(project)).isZero();
        labels.active(project, 0, 1);
        startDueRound.startIfDue(project);
        assertThat(rounds.count(project)).isEqualTo(1);
    }

    @Test
    void labels_of_one_class_start_nothing() throws Exception {
        labels.active(project, 0, 30);
        startDueRound.startIfDue(project);
        assertThat(rounds.count(project)).isZero();
    }

    @Test
    void a_paused_project_starts_by_hand_only() throws Exception {
        change(Map.of("retraining", "paused"));
        enough();
        startDueRound.startIfDue(project);
        assertThat(rounds.count(project)).isZero();
        lead.api().post("/api/projects/" + project + "/rounds").then().statusCode(202);
        assertThat(rounds.newestCause(project)).isEqualTo("hand");
    }

    @Test
    void many_processes_that_decide_at_once_start_one_round() throws Exception {
        enough();
        int processes = 8;
        CountDownLatch together = new CountDownLatch(processes);
        ExecutorService threads = Executors.newFixedThreadPool(processes);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int k = 0; k < processes; k++) {
                all.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    startDueRound.startIfDue(project);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(rounds.count(project)).isEqualTo(1);
    }

    @Test
    void a_schedule_starts_one_round_at_its_time_and_none_when_nothing_is_new() throws Exception {
        change(Map.of("schedule", "0 2 * * *", "timeZone", "Europe/Berlin"));
        enough();
        startDueRound.startIfDue(project);
        assertThat(rounds.count(project)).as("labels alone start none").isZero();
        Instant due = due();

        lookAt(due.minusSeconds(1));
        assertThat(rounds.count(project)).isZero();
        lookAt(due.plusSeconds(3));
        lookAt(due.plusSeconds(3));
        assertThat(rounds.count(project)).isEqualTo(1);
        assertThat(rounds.newestCause(project)).isEqualTo("schedule");
        assertThat(due()).isAfter(due.plusSeconds(22 * 3600)).isBefore(due.plusSeconds(26 * 3600));

        sql.update(
                "update round set state = 'published', snapshot = (select max(id) from annotation where project_id = ?)"
                        + " where project_id = ?",
                project.value(),
                project.value());
        Instant next = due();
        lookAt(next);
        assertThat(rounds.count(project)).as("nothing is new").isEqualTo(1);
        assertThat(due()).isAfter(next);
        labels.active(project, 0, 1);
        // Missed while all processes were down: made up for once.
        lookAt(due().plusSeconds(10 * 24 * 3600));
        assertThat(rounds.count(project)).isEqualTo(2);
    }

    private void enough() {
        labels.active(project, 0, 3);
        labels.active(project, 1, 3);
    }

    private int needed() throws Exception {
        try (Connection connection = database.getConnection()) {
            return LabelsNeeded.of(connection, project, ProjectSettings.DEFAULT.retraining(), false)
                    .orElseThrow();
        }
    }

    private void change(Map<String, Object> settings) {
        lead.api()
                .body(Map.of("settings", settings))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
    }

    private Instant due() {
        return sql.value("select retrain_at from project where id = ?", OffsetDateTime.class, project.value())
                .toInstant();
    }

    /** As a process does whose clock shows this. */
    private void lookAt(Instant now) {
        StartDueRound then = new StartDueRound(database, projects, requestRound, Clock.fixed(now, ZoneOffset.UTC));
        QuarkusTransaction.requiringNew().call(() -> {
            if (then.waiting().contains(project)) {
                then.startIfDue(project);
            }
            return null;
        });
    }
}
