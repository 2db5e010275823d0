package org.doubtless.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeleteProjectTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    Sql sql;

    @Inject
    AgroalDataSource database;

    private TestPerson ada;
    private ProjectId project;

    @BeforeEach
    void project() {
        ada = people.person("Ada");
        project = projects.project(ada);
    }

    private String name() {
        return sql.value("select name from project where id = ?", String.class, project.value());
    }

    @Test
    void needsTheExactName() {
        ada.api().delete("/api/projects/" + project).then().statusCode(400).body("code", equalTo("confirm_name"));
        ada.api()
                .queryParam("name", name() + "x")
                .delete("/api/projects/" + project)
                .then()
                .statusCode(400);
        assertThat(name()).isNotEmpty();
    }

    /** A row in every table that belongs to a project, each pointing at the others. */
    @Test
    void takesEverythingAlong() {
        long p = project.value();
        long image = projects.image(project);
        long cls = sql.number("select id from project_class where project_id = ? order by position limit 1", p);
        long job = sql.number(
                "insert into job (project_id, kind, state, title, created_at) values (?, 'import', 'done', 't', now())"
                        + " returning id",
                p);
        long model = sql.number(
                "insert into model_version (project_id, number, state, parameters, metrics, provenance, created_at)"
                        + " values (?, 1, 'published', '', '{}', '{}', now()) returning id",
                p);
        sql.update("update project set published_model = ? where id = ?", model, p);
        sql.update("create table image_score_" + model + " partition of image_score for values in (" + model + ")");
        sql.update("insert into image_score values (?, ?, 0, 0, 0, ?, '{1}')", model, image, cls);
        sql.update("update image set class_id = ?, import_job = ? where id = ?", cls, job, image);
        sql.update("insert into image_truth values (?, ?)", image, cls);
        sql.update("insert into image_thumbnail values (?, '')", image);
        sql.update("insert into job_log (job_id, at, line) values (?, now(), 'x')", job);
        sql.update(
                "insert into import_rejection (job_id, filename, reason, detail, image_id) values (?, 'f', 'duplicate', 'd', ?)",
                job,
                image);
        sql.update(
                "insert into round (project_id, number, job_id, cause, state, seed, model_version_id, created_at)"
                        + " values (?, 1, ?, 'hand', 'published', 1, ?, now())",
                p,
                job,
                model);
        sql.update(
                "insert into queue_entry (project_id, generation, image_id, position, reason) values (?, 1, ?, 1, 'doubt')",
                p,
                image);
        long lease = sql.number(
                "insert into lease (project_id, image_id, account_id, claimed_at, generation, position, reason, model_version_id)"
                        + " values (?, ?, ?, now(), 1, 1, 'doubt', ?) returning id",
                p,
                image,
                ada.id().value(),
                model);
        long first = annotation("labelled", cls, null, lease, image);
        annotation("withdrawn", null, first, lease, image);

        ada.api()
                .queryParam("name", name())
                .delete("/api/projects/" + project)
                .then()
                .statusCode(204);

        assertThat(sql.number("select count(*) from project where id = ?", p)).isZero();
        assertThat(sql.number("select count(*) from image_content where image_id = ?", image))
                .isZero();
        assertThat(sql.number("select count(*) from annotation where project_id = ?", p))
                .isZero();
        assertThat(sql.number("select count(*) from image_score where model_version_id = ?", model))
                .isZero();
        assertThat(sql.number("select count(*) from pg_class where relname = ?", "image_score_" + model))
                .isZero();
    }

    private long annotation(String outcome, Long cls, Long withdraws, long lease, long image) {
        return sql.number(
                "insert into annotation (project_id, image_id, account_id, outcome, class_id, withdraws, client_key, lease_id, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, gen_random_uuid()::text, ?, now()) returning id",
                project.value(),
                image,
                ada.id().value(),
                outcome,
                cls,
                withdraws,
                lease);
    }

    /** A long deletion must not stop the claims and grids of the other projects. */
    @Test
    void leavesTheScoresOfOthersReadable() throws SQLException, InterruptedException {
        long p = project.value();
        long image = projects.image(project);
        long model = sql.number(
                "insert into model_version (project_id, number, state, parameters, metrics, provenance, created_at)"
                        + " values (?, 1, 'published', '', '{}', '{}', now()) returning id",
                p);
        sql.update("update project set published_model = ? where id = ?", model, p);
        sql.update("create table image_score_" + model + " partition of image_score for values in (" + model + ")");
        String name = name();
        CompletableFuture<Integer> deletion;
        try (Connection holder = database.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select id from image where id = " + image + " for update");
            deletion = CompletableFuture.supplyAsync(() -> ada.api()
                    .queryParam("name", name)
                    .delete("/api/projects/" + p)
                    .statusCode());
            long deadline = System.nanoTime() + 20_000_000_000L;
            while (sql.number("select count(*) from pg_locks where not granted") == 0) {
                assertThat(System.nanoTime())
                        .as("the deletion waits for the image")
                        .isLessThan(deadline);
                Thread.sleep(50);
            }
            statement.execute("set local lock_timeout = '2s'");
            statement.execute("select count(*) from image_score");
            holder.rollback();
            holder.setAutoCommit(true);
        }
        assertThat(deletion.join()).isEqualTo(204);
    }

    @Test
    void isQuickWithManyImages() {
        sql.update(
                "insert into image (project_id, sha256, filename, media_type, width, height, byte_count, arm, imported_at)"
                        + " select ?, decode(md5(n::text), 'hex'), n || '.png', 'image/png', 28, 28, 300, 'active', now()"
                        + " from generate_series(1, 60000) n",
                project.value());
        sql.update(
                "insert into image_content select id, decode(repeat('ab', 300), 'hex') from image where project_id = ?",
                project.value());
        sql.update(
                "insert into lease (project_id, image_id, account_id, claimed_at, generation, position, reason)"
                        + " select ?, id, ?, now(), 1, 1, 'doubt' from image where project_id = ?",
                project.value(),
                ada.id().value(),
                project.value());
        sql.update(
                "insert into annotation (project_id, image_id, account_id, outcome, client_key, lease_id, created_at)"
                        + " select ?, image_id, account_id, 'skipped', id::text, id, now() from lease where project_id = ?",
                project.value(),
                project.value());
        long start = System.nanoTime();
        ada.api()
                .queryParam("name", name())
                .delete("/api/projects/" + project)
                .then()
                .statusCode(204);
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        assertThat(seconds).isLessThan(60);
    }
}
