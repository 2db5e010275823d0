package org.doubtless.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.doubtless.model.ModelVersionId;
import org.doubtless.project.ProjectId;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DetachScoresTest {
    private static final String READ = "select count(*) from image_score where model_version_id = ";

    @Inject
    AgroalDataSource database;

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    Sql sql;

    private ProjectId project;
    private long old;

    @BeforeEach
    void twoVersions() {
        project = projects.project(people.person("Lead"), "0", "1");
        old = version(1);
        version(2);
    }

    @Test
    void old_scores_go_while_somebody_reads_them_and_nobody_else_waits() throws Exception {
        CompletableFuture<Void> detaching;
        try (Connection reader = database.getConnection();
                Statement read = reader.createStatement()) {
            reader.setAutoCommit(false);
            read.execute(READ + old);
            detaching = CompletableFuture.runAsync(this::detach);
            awaitPending();
            try (Connection other = database.getConnection();
                    Statement claim = other.createStatement()) {
                claim.execute("set lock_timeout = '1s'");
                claim.execute(READ + old);
                claim.execute("reset lock_timeout");
            }
            reader.commit();
            reader.setAutoCommit(true);
        }
        detaching.get(1, TimeUnit.MINUTES);
        assertThat(tables()).isZero();
    }

    @Test
    void what_a_killed_process_has_begun_is_ended_by_the_next() throws Exception {
        try (Connection reader = database.getConnection();
                Statement read = reader.createStatement()) {
            reader.setAutoCommit(false);
            read.execute(READ + old);
            CompletableFuture<Void> killed = CompletableFuture.runAsync(this::detach);
            awaitPending();
            sql.value(
                    "select bool_and(pg_terminate_backend(pid)) from pg_stat_activity"
                            + " where query like 'alter table image_score detach%'",
                    Boolean.class);
            assertThat(killed).failsWithin(1, TimeUnit.MINUTES);
            reader.commit();
            reader.setAutoCommit(true);
        }
        try (Connection connection = database.getConnection()) {
            assertThat(ScoreTable.has(connection, new ModelVersionId(old))).isFalse();
        }
        detach();
        assertThat(tables()).isZero();
    }

    private void detach() {
        try (Connection connection = database.getConnection()) {
            DetachScores.old(connection, project, 1);
            AbandonedScores.drop(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitPending() {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (sql.number("select count(*) from pg_inherits where inhdetachpending") == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private long tables() {
        return sql.number("select count(*) from pg_class where relname = ?", "image_score_" + old);
    }

    private long version(int number) {
        long model = sql.number(
                "insert into model_version (project_id, number, state, parameters, metrics, provenance, created_at)"
                        + " values (?, ?, 'kept', '', '{}', '{}', now()) returning id",
                project.value(),
                number);
        sql.update("create table image_score_%1$d partition of image_score for values in (%1$d)".formatted(model));
        return model;
    }
}
