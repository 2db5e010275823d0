package org.doubtless.round.automatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AutomaticLabelsTest {
    private static final int ACTIVE = 80;
    private static final int CONTROL = 24;
    private static final int LABELLED = 10;
    private static final String OF_PROJECT =
            " where set_id = (select automatic_set from project where id = ?) order by image_id";

    @Inject
    DiscsAndSquares pool;

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    Sql sql;

    @BeforeEach
    void aPoolOfDiscsAndSquares() {
        pool.make(ACTIVE, CONTROL);
        pool.label(pool.active().subList(0, LABELLED));
    }

    private void rule(boolean on, double mostWrong, double auditShare) {
        pool.lead()
                .api()
                .body("{\"settings\": {\"automaticLabels\": %s, \"mostWrong\": %s, \"auditShare\": %s}}"
                        .formatted(on, mostWrong, auditShare))
                .patch("/api/projects/" + pool.project())
                .then()
                .statusCode(200)
                .body("settings.automaticLabels", equalTo(on));
    }

    /** A rule that the control arm bears out, and the round that applies it. */
    private JsonPath applied() {
        pool.label(pool.control());
        rule(true, 0.2, 0.2);
        return pool.round();
    }

    @Test
    void without_a_rule_people_are_asked_about_everything() {
        pool.label(pool.control());
        pool.round();
        assertThat(labelled()).isEmpty();
        assertThat(pool.queued()).hasSize(ACTIVE - LABELLED);
        assertThat(state().getString("sentence")).startsWith("Off");
    }

    @Test
    void what_the_control_arm_bears_out_leaves_the_queue_but_for_the_audit() {
        JsonPath job = applied();
        List<Long> labelled = labelled();
        List<Long> audited = audited();
        assertThat(labelled).hasSizeGreaterThan(10);
        assertThat(audited).isNotEmpty();
        assertThat(pool.queued())
                .containsAll(audited)
                .doesNotContainAnyElementsOf(labelled)
                .hasSize(ACTIVE - LABELLED - labelled.size());
        assertThat(pool.active()).containsAll(labelled).containsAll(audited);
        JsonPath state = state();
        assertThat(state.getInt("images")).isEqualTo(labelled.size());
        assertThat(state.getInt("verdict.audits")).isEqualTo(audited.size());
        assertThat(state.getInt("verdict.checked")).isBetween(14, CONTROL);
        assertThat(state.getDouble("verdict.bound")).isEqualTo(0.2);
        assertThat(state.getString("sentence"))
                .contains(
                        "At most 20\u00a0% of these labels are wrong, as promised, tested at 95\u00a0% for this publication by itself",
                        "None of them is audited yet");
        assertThat(job.getString("log.line.join('|')")).contains("Model 1 labels %d images".formatted(labelled.size()));
        assertThat(sql.number(
                        "select count(*) from automatic_label a join automatic_set t on t.id = a.set_id"
                                + " where t.project_id = ? and a.probability < t.threshold",
                        pool.project().value()))
                .isZero();
    }

    @Test
    void too_few_control_labels_are_a_stated_reason() {
        pool.label(pool.control().subList(0, 6));
        rule(true, 0.01, 0.05);
        assertThat(state().getString("sentence")).contains("when the next model is published", "299", "there are 6");
        pool.round();
        assertThat(labelled()).isEmpty();
        assertThat(pool.queued()).hasSize(ACTIVE - LABELLED + CONTROL - 6);
        JsonPath state = state();
        assertThat(state.getInt("verdict.missing")).isPositive();
        assertThat(state.getString("sentence"))
                .startsWith("Refused")
                .contains("%,d more control labels".formatted(state.getInt("verdict.missing")));
    }

    @Test
    void an_answer_of_a_person_takes_the_place_of_an_automatic_label() {
        applied();
        long image = labelled().get(0);
        pool.label(List.of(image));
        assertThat(labelled()).doesNotContain(image);
        long annotation = pool.get("/annotations?limit=1").getLong("items[0].id");
        pool.lead().api().delete("/api/annotations/" + annotation).then().statusCode(200);
        assertThat(labelled()).as("and it does not come back").doesNotContain(image);
        assertThat(pool.queued()).contains(image);
    }

    @Test
    void one_press_takes_them_all_back_and_the_rule_is_off() {
        applied();
        int labelled = labelled().size();
        pool.lead()
                .api()
                .delete("/api/projects/" + pool.project() + "/automatic-labels")
                .then()
                .statusCode(200)
                .body("images", equalTo(labelled))
                .body("sentence", containsString("Lead took " + labelled));
        assertThat(labelled()).isEmpty();
        assertThat(pool.queued()).hasSize(ACTIVE - LABELLED).doesNotHaveDuplicates();
        pool.lead()
                .api()
                .delete("/api/projects/" + pool.project() + "/automatic-labels")
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing_automatic"));
        pool.round();
        assertThat(labelled()).isEmpty();
        assertThat(pool.queued()).hasSize(ACTIVE - LABELLED);
    }

    @Test
    void every_publication_makes_them_anew_that_of_an_older_version_too() {
        applied();
        long first = set();
        pool.label(pool.queued().subList(0, 3));
        pool.round();
        assertThat(set()).isGreaterThan(first);
        everyWaitingImageHasOnePlace();
        assertThat(sql.number("select count(*) from automatic_label where set_id = ?", first))
                .isZero();
        pool.publish(1);
        assertThat(state().getInt("verdict.model")).isEqualTo(1);
        everyWaitingImageHasOnePlace();
        rule(false, 0.2, 0.2);
        await("the labels go with the rule", () -> labelled().isEmpty());
        everyWaitingImageHasOnePlace();
    }

    @Test
    void an_audit_that_contradicts_the_promise_stops_the_rule() {
        pool.label(pool.control());
        rule(true, 0.2, 0.5);
        pool.round();
        List<Long> audited = audited();
        assertThat(audited).hasSizeGreaterThan(8);
        pool.mislabel(audited.subList(0, 8));
        await("the rule stops itself", () -> !state().getBoolean("on"));
        assertThat(state().getString("sentence"))
                .contains("Stopped by its audit", "20\u00a0%")
                .containsPattern("of (\\d) automatic labels checked blindly \\1 are wrong");
        assertThat(labelled()).isEmpty();
        everyWaitingImageHasOnePlace();
        // A press does not undo what the audit found out; other answers do.
        pool.lead()
                .api()
                .body("{\"settings\": {\"automaticLabels\": true}}")
                .patch("/api/projects/" + pool.project())
                .then()
                .statusCode(409)
                .body("code", equalTo("audit_contradicts"));
        pool.label(audited.subList(0, 8));
        rule(true, 0.2, 0.5);
        assertThat(state().getInt("audit.checked")).isEqualTo(8);
        assertThat(state().getString("sentence")).startsWith("On: it is applied when the next model is published");
    }

    @Test
    void a_bad_model_does_not_hide_behind_good_ones_before_it() {
        pool.label(pool.control());
        rule(true, 0.2, 0.5);
        pool.round();
        earlierAudit(400);
        List<Long> audited = audited();
        assertThat(audited).hasSizeGreaterThan(8);
        pool.mislabel(audited.subList(0, 8));
        await("the rule stops itself", () -> !state().getBoolean("on"));
        assertThat(state().getString("sentence"))
                .containsPattern("of (\\d) automatic labels of the newest publication checked blindly \\1 are wrong");
        assertThat(state().getInt("audit.checked")).isEqualTo(408);
    }

    /** As if an earlier publication under this promise had been audited, and all were right. */
    private void earlierAudit(int images) {
        long standing = set();
        sql.update(
                "insert into automatic_set (id, project_id, model_version_id, most_wrong, certain, created_at)"
                        + " overriding system value select -id, project_id, model_version_id, most_wrong, true, created_at"
                        + " from automatic_set where id = ?",
                standing);
        sql.update(
                "with made as (insert into image (project_id, sha256, filename, media_type, width, height, byte_count, arm,"
                        + " imported_at, state, class_id) select c.project_id, decode(md5(random()::text || k), 'hex'), 'disc',"
                        + " 'image/png', 28, 28, 3, 'active', now(), 'labelled', c.id from project_class c,"
                        + " generate_series(1, ?) k where c.project_id = ? and c.position = 0 returning id, class_id)"
                        + " insert into automatic_audit select ?, id, class_id, 0.9 from made",
                images,
                pool.project().value(),
                -standing);
    }

    /** What is hard is skipped, or lies before somebody for long: an audit without it would say too little. */
    @Test
    void an_audit_forgets_neither_what_was_skipped_nor_what_somebody_holds() {
        applied();
        List<Long> audited = audited();
        assertThat(audited).hasSizeGreaterThan(2);
        long skipped = audited.get(0);
        long held = audited.get(1);
        long asked = audited.get(2);
        pool.lead()
                .api()
                .body("{\"image\": %d, \"outcome\": \"skipped\", \"clientKey\": \"%s\"}"
                        .formatted(skipped, UUID.randomUUID()))
                .post("/api/projects/" + pool.project() + "/annotations")
                .then()
                .statusCode(201);
        assertThat(audit()).isEqualTo("1 of 1");
        sql.update(
                "update queue_entry set leased_by = ?, leased_until = now() + interval '1 hour' where image_id = ?",
                pool.lead().id().value(),
                held);
        long first = set();
        pool.label(pool.queued().stream()
                .filter(image -> !audited.contains(image))
                .limit(1)
                .toList());
        pool.round();
        assertThat(set()).isGreaterThan(first);
        assertThat(audit()).isEqualTo("1 of 1");
        pool.label(List.of(held));
        assertThat(audit()).isEqualTo("1 of 2");
        pool.label(List.of(skipped));
        assertThat(audit()).as("an answer takes the place of a skip").isEqualTo("0 of 2");
        assertThat(sql.number("select count(*) from automatic_audit where set_id = ? and image_id = ?", first, asked))
                .as("nobody was asked")
                .isZero();
    }

    private String audit() {
        JsonPath state = state();
        return state.getInt("audit.wrong") + " of " + state.getInt("audit.checked");
    }

    @Test
    void an_audit_is_blind_and_the_labels_are_for_leads_only() {
        applied();
        TestPerson annotator = people.person("Annotator");
        projects.member(pool.project(), annotator.id(), ProjectRole.ANNOTATOR);
        JsonPath claimed = annotator
                .api()
                .body("{\"count\": 100}")
                .post("/api/projects/" + pool.project() + "/queue/claim")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Long> audited = audited();
        assertThat(claimed.getList("items.image", Long.class)).containsAll(audited);
        for (long image : audited) {
            String item = "items.find { it.image == " + image + " }";
            assertThat(claimed.getString(item + ".reason")).isEqualTo("withheld");
            assertThat((Object) claimed.get(item + ".suggestion")).isNull();
        }
        assertThat(claimed.getList("items.reason", String.class)).doesNotContain("audit");
        String images = "/api/projects/" + pool.project() + "/images?limit=200&state=";
        annotator.api().get(images + "automatic").then().statusCode(403).body("code", equalTo("role_needed"));
        annotator
                .api()
                .get(images + "waiting")
                .then()
                .body("total", equalTo(ACTIVE - LABELLED))
                .body("items.state.unique()", equalTo(List.of("waiting")));
        annotator
                .api()
                .get("/api/projects/" + pool.project() + "/status")
                .then()
                .body("automatic.images", equalTo(labelled().size()))
                .body("automatic.audit", nullValue())
                .body("automatic.sentence", nullValue());
    }

    @Test
    void leads_find_them_in_the_pool_marked_as_what_they_are() {
        applied();
        List<Long> labelled = labelled();
        JsonPath list = pool.get("/images?limit=200&state=automatic");
        assertThat(list.getList("items.id", Long.class)).hasSameElementsAs(labelled);
        assertThat(list.getInt("total")).isEqualTo(labelled.size());
        assertThat(list.getList("items.state", String.class)).containsOnly("automatic");
        assertThat(list.getList("items.label", String.class)).doesNotContainNull();
        int discs = pool.get("/images?limit=200&state=automatic&label=disc").getInt("total");
        int squares = pool.get("/images?limit=200&state=automatic&label=square").getInt("total");
        assertThat(discs + squares).isEqualTo(labelled.size());
        assertThat(pool.get("/images?limit=200&state=waiting&order=model").getList("items.id", Long.class))
                .hasSize(ACTIVE - LABELLED - labelled.size())
                .doesNotContainAnyElementsOf(labelled);
        assertThat(pool.get("/status").getInt("queue")).isEqualTo(pool.queued().size());
    }

    /** People answer what they hold and lead answers out of turn while three publications change everything. */
    @Test
    void answers_given_during_a_publication_are_neither_lost_nor_overruled() throws InterruptedException {
        applied();
        AtomicBoolean over = new AtomicBoolean();
        List<Throwable> failures = new ArrayList<>();
        Thread labelling = new Thread(() -> {
            List<Long> outOfTurn = new ArrayList<>(pool.active().subList(LABELLED, ACTIVE - 20));
            while (!over.get() && !outOfTurn.isEmpty()) {
                pool.label(List.of(outOfTurn.remove(outOfTurn.size() - 1)));
            }
        });
        labelling.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        labelling.start();
        for (int turn = 0; turn < 3; turn++) {
            pool.round();
            everyWaitingImageHasOnePlace();
        }
        over.set(true);
        labelling.join();
        assertThat(failures).isEmpty();
        everyWaitingImageHasOnePlace();
    }

    /** In one statement, so that it sees one instant: queued or labelled automatically, never both, never neither. */
    private void everyWaitingImageHasOnePlace() {
        assertThat(sql.value("""
                        select string_agg(i.id || ' is ' || i.state || ', queued ' || (q.image_id is not null)
                                          || ', automatic ' || (a.image_id is not null), '; ')
                        from project p join image i on i.project_id = p.id
                        left join queue_entry q on q.image_id = i.id and q.generation = p.queue_generation
                        left join automatic_label a on a.image_id = i.id and a.set_id = p.automatic_set
                        where p.id = ? and case when i.state = 'waiting' then (q.image_id is null) = (a.image_id is null)
                                                else q.image_id is not null or a.image_id is not null end
                        """, String.class, pool.project().value())).isNull();
    }

    private JsonPath state() {
        return pool.get("/automatic-labels");
    }

    private long set() {
        return sql.number(
                "select automatic_set from project where id = ?", pool.project().value());
    }

    private List<Long> labelled() {
        return ids("automatic_label");
    }

    private List<Long> audited() {
        return ids("automatic_audit");
    }

    private List<Long> ids(String table) {
        String ids = sql.value(
                "select coalesce(string_agg(image_id::text, ','), '') from (select image_id from " + table + OF_PROJECT
                        + ") marked",
                String.class,
                pool.project().value());
        TreeSet<Long> images = new TreeSet<>();
        for (String id : ids.split(",")) {
            if (!id.isEmpty()) {
                images.add(Long.parseLong(id));
            }
        }
        return List.copyOf(images);
    }

    private static void await(String what, BooleanSupplier holds) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
