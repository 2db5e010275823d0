package org.doubtless.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.doubtless.pool.ImageId;
import org.doubtless.project.ProjectId;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens while a queue is swapped, at the last moment before it: the swap waits for it, and must have seen it. */
@QuarkusTest
class NextQueueTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestQueue queue;

    @Inject
    SetQueueMark setQueueMark;

    @Inject
    GiveBackImages giveBack;

    @Inject
    AgroalDataSource database;

    @Inject
    Sql sql;

    private TestPerson lead;
    private ProjectId project;
    private List<Long> images;
    private List<Long> queued;
    private OptionalLong labels = OptionalLong.empty();

    @BeforeEach
    void fill() {
        lead = people.person("Lead");
        project = projects.project(lead);
        images = queue.filled(project, 5);
        queued = images;
    }

    @Test
    void whoever_is_answered_leased_skipped_or_new_at_the_last_moment_is_carried_over() throws Exception {
        long newcomer = projects.image(project);
        long answered = images.get(0);
        long leased = images.get(1);
        long skipped = images.get(2);
        swapWhile(
                answer(answered),
                claim(leased),
                "insert into annotation (project_id, image_id, account_id, outcome, client_key, created_at) values"
                        + " (%d, %d, %d, 'skipped', gen_random_uuid()::text, now())"
                                .formatted(project.value(), skipped, lead.id().value()),
                "update queue_entry set position = 7, reason = 'skipped' where image_id = " + skipped,
                "insert into queue_entry (project_id, generation, image_id, position, reason) values (%d, 0, %d, 0.5, 'unscored')"
                        .formatted(project.value(), newcomer),
                "insert into queue_arrival (project_id, first_image, last_image) values (%d, %d, %d)"
                        .formatted(project.value(), newcomer, newcomer));
        assertThat(served()).containsExactly(images.get(4), images.get(3), leased, newcomer, skipped);
        assertThat(sql.value(
                        "select string_agg(image_id::text, ',') from queue_entry where project_id = ? and generation = 1"
                                + " and leased_until > now()",
                        String.class,
                        project.value()))
                .isEqualTo(Long.toString(leased));
        assertThat(sql.value(
                        "select reason from queue_entry where generation = 1 and image_id = ?", String.class, skipped))
                .isEqualTo("skipped");
    }

    @Test
    void who_has_answered_what_waits_for_others_is_carried_over_from_before_and_at_the_last_moment() throws Exception {
        String answeredBy =
                "update queue_entry set answered_by = array[%s::bigint] where image_id = ".formatted(lead.id());
        sql.update(answeredBy + images.get(0));
        swapWhile(
                "insert into annotation (project_id, image_id, account_id, outcome, client_key, created_at) values"
                        + " (%s, %d, %s, 'cannot_tell', gen_random_uuid()::text, now());"
                                .formatted(project, images.get(1), lead.id()),
                answeredBy + images.get(1));
        assertThat(sql.value(
                        "select string_agg(image_id::text, ',' order by image_id) from queue_entry"
                                + " where project_id = ? and generation = 1 and answered_by = array[?]",
                        String.class,
                        project.value(),
                        lead.id().value()))
                .isEqualTo(images.get(0) + "," + images.get(1));
    }

    @Test
    void what_a_lead_sent_to_the_front_stays_there_and_gets_no_automatic_label() throws Exception {
        String sent = "update queue_entry set position = -1, reason = 'sent' where image_id = ";
        String arrival = "insert into queue_arrival (project_id, first_image, last_image) values (%d, %d, %d)";
        label(images.subList(3, 4));
        sql.update(sent + images.get(0));
        swapWhile(
                sent + images.get(3),
                arrival.formatted(project.value(), images.get(3), images.get(3)),
                "update queue_entry set position = -0.5 where image_id = " + images.get(3));
        assertThat(served()).containsExactly(images.get(0), images.get(3), images.get(4), images.get(2), images.get(1));
        assertThat(labelled()).isNull();
    }

    @Test
    void what_a_lead_takes_back_at_the_last_moment_stands_in_front_no_more() throws Exception {
        sql.update("update queue_entry set position = -1, reason = 'sent' where image_id = " + images.get(2));
        swapWhile(
                "update queue_entry set position = 0.9, reason = 'doubt' where image_id = " + images.get(2),
                "insert into queue_arrival (project_id, first_image, last_image) values (%1$d, %2$d, %2$d)"
                        .formatted(project.value(), images.get(2)));
        assertThat(served()).containsExactly(images.get(4), images.get(3), images.get(1), images.get(0), images.get(2));
        assertThat(sql.value(
                        "select reason from queue_entry where generation = 1 and image_id = ?",
                        String.class,
                        images.get(2)))
                .isEqualTo("doubt");
    }

    @Test
    void what_a_person_gives_back_at_the_last_moment_is_free() throws Exception {
        long image = images.get(1);
        sql.update(claim(image));
        swapWhile(connection -> giveBack.free(
                connection, project, lead.id(), List.of(new GiveBackImages.Held(new ImageId(image), null))));
        assertThat(sql.number(
                        "select count(*) from queue_entry where project_id = ? and generation = 1 and leased_until > now()",
                        project.value()))
                .isZero();
    }

    @Test
    void what_a_person_answers_or_claims_at_the_last_moment_keeps_no_automatic_label() throws Exception {
        label(images.subList(0, 3));
        swapWhile(answer(images.get(0)), claim(images.get(1)));
        assertThat(served()).containsExactly(images.get(4), images.get(3), images.get(1));
        assertThat(labelled()).isEqualTo(Long.toString(images.get(2)));
    }

    @Test
    void a_rule_that_is_switched_off_at_the_last_moment_leaves_no_automatic_label() throws Exception {
        label(images.subList(0, 3));
        swapWhile("update project set automatic_labels = false where id = " + project);
        assertThat(served()).hasSize(images.size()).containsAll(images);
        assertThat(labelled()).isNull();
    }

    /** Lets the next queue come with automatic labels of these. */
    private void label(List<Long> some) {
        sql.update("update project set automatic_labels = true, automatic_since = now() where id = ?", project.value());
        long set = sql.number(
                "insert into automatic_set (project_id, model_version_id, most_wrong, created_at) values (?, ?, 0.1, now())"
                        + " returning id",
                project.value(),
                projects.modelVersion(project));
        some.forEach(image -> sql.update("insert into automatic_label values (?, ?, 1, 0.9)", set, image));
        labels = OptionalLong.of(set);
        queued = images.stream().filter(image -> !some.contains(image)).toList();
    }

    /** The images whose automatic labels stand. */
    private String labelled() {
        return sql.value(
                "select string_agg(a.image_id::text, ',') from project p join automatic_label a on a.set_id = p.automatic_set"
                        + " where p.id = ?",
                String.class,
                project.value());
    }

    private String answer(long image) {
        return "insert into annotation (project_id, image_id, account_id, outcome, client_key, created_at) values"
                + " (%1$s, %2$d, %3$s, 'cannot_tell', gen_random_uuid()::text, now());"
                        .formatted(project, image, lead.id())
                + " update image set state = 'cannot_tell' where id = %1$d; delete from queue_entry where image_id = %1$d"
                        .formatted(image);
    }

    private String claim(long image) {
        return "insert into lease (project_id, image_id, account_id, claimed_at, generation, position, reason) values"
                + " (%1$s, %2$d, %3$s, now(), 0, 0.1, 'doubt'); update queue_entry set leased_by = %3$s,"
                        .formatted(project, image, lead.id())
                + " leased_until = now() + interval '9 minutes' where image_id = " + image;
    }

    @Test
    void what_serves_no_more_is_deleted() throws Exception {
        swapWhile("select 1");
        try (Connection connection = database.getConnection()) {
            DeleteOldQueues.of(connection, project);
        }
        assertThat(sql.number("select count(*) from queue_entry where project_id = ?", project.value()))
                .isEqualTo(images.size());
        assertThat(served()).hasSize(images.size());
    }

    @Test
    void an_answer_does_not_wait_for_whoever_deletes_what_serves_no_more() throws Exception {
        swapWhile("select 1");
        long image = images.get(0);
        try (Connection tidying = database.getConnection();
                Statement delete = tidying.createStatement()) {
            tidying.setAutoCommit(false);
            delete.execute("delete from queue_entry where generation = 0 and image_id = " + image);
            QuarkusTransaction.requiringNew().run(() -> remove(image));
            tidying.rollback();
            tidying.setAutoCommit(true);
        }
        assertThat(served()).doesNotContain(image).hasSize(images.size() - 1);
    }

    private void remove(long image) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '1s'");
            SettleEntry.remove(connection, new ImageId(image));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Swaps to the same images, the last first; the statements are committed while the swap waits for its lock. */
    private void swapWhile(String... statements) throws Exception {
        swapWhile(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        });
    }

    private interface Change {
        void in(Connection connection) throws SQLException;
    }

    private void swapWhile(Change change) throws Exception {
        QueueMark mark = setQueueMark.now(project);
        CompletableFuture<Void> swap;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            QueueLock.share(connection, project);
            swap = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> swap(mark)));
            awaitWaiting();
            change.in(connection);
            connection.commit();
            connection.setAutoCommit(true);
        }
        swap.get(1, TimeUnit.MINUTES);
    }

    private void swap(QueueMark mark) {
        List<NextQueue.Entry> entries = new ArrayList<>();
        for (int k = 0; k < queued.size(); k++) {
            entries.add(new NextQueue.Entry(
                    new ImageId(queued.get(queued.size() - 1 - k)), (k + 1) / 10.0, 0.5, Reason.DOUBT));
        }
        try (Connection connection = database.getConnection()) {
            NextQueue.swap(connection, project, new NextQueue.Next(entries, labels), mark, Instant.now());
        } catch (SQLException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitWaiting() {
        String waiting = "select count(*) from pg_locks where locktype = 'advisory' and not granted and objid = ?";
        while (sql.number(waiting, project.value()) == 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private List<Long> served() {
        String ids = sql.value(
                "select string_agg(q.image_id::text, ',' order by q.position) from queue_entry q join project p"
                        + " on p.id = q.project_id and p.queue_generation = q.generation where p.id = ?",
                String.class,
                project.value());
        return List.of(ids.split(",")).stream().map(Long::valueOf).toList();
    }
}
