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
    AgroalDataSource database;

    @Inject
    Sql sql;

    private TestPerson lead;
    private ProjectId project;
    private List<Long> images;

    @BeforeEach
    void fill() {
        lead = people.person("Lead");
        project = projects.project(lead);
        images = queue.filled(project, 5);
    }

    @Test
    void whoever_is_answered_leased_skipped_or_new_at_the_last_moment_is_carried_over() throws Exception {
        long newcomer = projects.image(project);
        long answered = images.get(0);
        long leased = images.get(1);
        long skipped = images.get(2);
        swapWhile(
                "insert into annotation (project_id, image_id, account_id, outcome, client_key, created_at) values"
                        + " (%d, %d, %d, 'cannot_tell', gen_random_uuid()::text, now())"
                                .formatted(project.value(), answered, lead.id().value()),
                "update image set state = 'cannot_tell' where id = " + answered,
                "delete from queue_entry where image_id = " + answered,
                "insert into lease (project_id, image_id, account_id, claimed_at, generation, position, reason) values"
                        + " (%d, %d, %d, now(), 0, 0.1, 'doubt')"
                                .formatted(project.value(), leased, lead.id().value()),
                "update queue_entry set leased_by = %d, leased_until = now() + interval '9 minutes' where image_id = %d"
                        .formatted(lead.id().value(), leased),
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
    void what_serves_no_more_is_deleted() throws Exception {
        swapWhile("select 1");
        try (Connection connection = database.getConnection()) {
            NextQueue.deleteOld(connection, project);
        }
        assertThat(sql.number("select count(*) from queue_entry where project_id = ?", project.value()))
                .isEqualTo(images.size());
        assertThat(served()).hasSize(images.size());
    }

    /** Swaps to the same images, the last first; the statements are committed while the swap waits for its lock. */
    private void swapWhile(String... statements) throws Exception {
        QueueMark mark = setQueueMark.now(project);
        CompletableFuture<Void> swap;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            QueueLock.share(connection, project);
            swap = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> swap(mark)));
            awaitWaiting();
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        swap.get(1, TimeUnit.MINUTES);
    }

    private void swap(QueueMark mark) {
        List<NextQueue.Entry> entries = new ArrayList<>();
        for (int k = 0; k < images.size(); k++) {
            entries.add(new NextQueue.Entry(
                    new ImageId(images.get(images.size() - 1 - k)), (k + 1) / 10.0, 0.5, Reason.DOUBT));
        }
        try (Connection connection = database.getConnection()) {
            NextQueue.swap(connection, project, entries, mark, Instant.now());
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
