package org.doubtless.round.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.doubtless.project.ProjectId;
import org.doubtless.support.BuiltProduct;
import org.doubtless.support.LabellingLoad;
import org.doubtless.support.ProcessMemory;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPerson;

/** A project of ten classes and eight annotators in the packaged program, and what its rounds cost. */
final class PackagedRounds {
    static final long SEED = 42;
    private static final int ANNOTATORS = 8;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BuiltProduct product;
    private final Sql sql;
    private final TestPerson lead;
    private final ProjectId project;
    private final ProcessHandle web;
    private final List<ProcessHandle> workers = new ArrayList<>();
    private final List<TestPerson> annotators = new ArrayList<>();

    /** Starts web server and workers. */
    PackagedRounds(BuiltProduct product, int retrainAfter) throws IOException, InterruptedException {
        this.product = product;
        this.sql = product.sql();
        product.heaps(System.getProperty("web.heap", "1g"), System.getProperty("worker.heap", "2g"));
        this.web = product.serve().toHandle();
        workers.add(await(() -> web.children().findAny()));
        product.heaps(System.getProperty("worker.heap", "2g"), "1g");
        for (int n = 2; n <= Integer.getInteger("workers", 1); n++) {
            workers.add(product.start("worker-" + n, "worker").toHandle());
        }
        this.lead = product.people().person("Lead");
        this.project = new ProjectId(api().body("""
                        {"name": "Scale", "task": "classification",
                         "classes": ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
                         "settings": {"seed": %d, "retrainAfter": %d}}""".formatted(SEED, retrainAfter))
                .post("/api/projects")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id"));
        for (int k = 0; k < ANNOTATORS; k++) {
            TestPerson person = product.people().person("Annotator");
            sql.update(
                    "insert into membership (project_id, account_id, role) values (?, ?, 'annotator')",
                    project.value(),
                    person.id().value());
            annotators.add(person);
        }
    }

    ProjectId project() {
        return project;
    }

    List<TestPerson> annotators() {
        return annotators;
    }

    /** The worker that the web server keeps. */
    ProcessHandle keptWorker() {
        return workers.get(0);
    }

    /** Sends images; the job of their import. */
    long upload(Path zip) {
        RequestSpecification upload = lead.bearer().baseUri(product.uri().toString());
        return upload.multiPart("files", zip.toFile(), "application/zip")
                .post("/api/projects/" + project + "/images")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
    }

    /** Starts a round; its job. */
    long start() {
        return api().post("/api/projects/" + project + "/rounds")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
    }

    /** The job of the round that begins by itself. */
    long next() {
        return await(() -> Optional.ofNullable(sql.value(
                "select max(id) from job where project_id = ? and kind = 'round'", Long.class, project.value())));
    }

    void reportWithLoad(String what, LabellingLoad load, long job)
            throws InterruptedException, ExecutionException, IOException {
        CompletableFuture<LabellingLoad.Waits> waits = CompletableFuture.supplyAsync(() -> {
            try {
                return load.run(annotators, given -> isUnderWay(job), PAUSE);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        report(what, job);
        waits.get().print();
    }

    /** Waits for a job and says what it took. */
    void report(String what, long job) throws IOException {
        String stage = "";
        long since = System.nanoTime();
        StringBuilder stages = new StringBuilder();
        while (isUnderWay(job)) {
            String now = sql.value("select stage from job where id = ?", String.class, job);
            if (!now.equals(stage)) {
                append(stages, stage, since);
                stage = now;
                since = System.nanoTime();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        append(stages, stage, since);
        assertThat(sql.value("select state from job where id = ?", String.class, job))
                .as(sql.value("select coalesce(failure, '') from job where id = ?", String.class, job))
                .isEqualTo("done");
        System.out.printf(
                "BENCHMARK %s: %s s; database %,d MB;%s%n",
                what,
                sql.value(
                        "select round(extract(epoch from finished_at - started_at), 1)::text from job where id = ?",
                        String.class,
                        job),
                megabytes(),
                stages);
        printMemory();
    }

    void printMemory() throws IOException {
        for (ProcessHandle worker : workers) {
            System.out.printf("BENCHMARK   worker %d holds %s%n", worker.pid(), ProcessMemory.of(worker));
        }
        System.out.printf("BENCHMARK   web server holds %s%n", ProcessMemory.of(web));
    }

    long megabytes() {
        return sql.number("select pg_database_size(current_database()) / 1000000");
    }

    private static void append(StringBuilder stages, String stage, long since) {
        if (!stage.isEmpty()) {
            stages.append(" %s %.1f s,".formatted(stage, (System.nanoTime() - since) / 1e9));
        }
    }

    boolean isUnderWay(long job) {
        return sql.number("select count(*) from job where id = ? and state in ('waiting', 'running')", job) > 0;
    }

    private RequestSpecification api() {
        return lead.api().baseUri(product.uri().toString());
    }

    private static <T> T await(Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty()) {
            assertThat(System.nanoTime()).as("nothing came").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            found = look.get();
        }
        return found.get();
    }
}
