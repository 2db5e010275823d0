package org.doubtless.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.doubtless.support.BuiltProduct;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program's two processes, which die one at a time. */
@Tag("packaged")
class WorkerProcessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private BuiltProduct product;
    private Process web;

    @BeforeEach
    void serve() throws Exception {
        product = BuiltProduct.in(folder);
        web = product.serve();
        until("a worker", () -> web.children().findAny().isPresent());
    }

    @AfterEach
    void close() {
        product.close();
    }

    @Test
    void a_worker_that_is_killed_leaves_the_web_server_and_its_job_to_the_next() throws Exception {
        TestPerson administrator = product.people().administrator("Ada");
        long job = administrator
                .api()
                .baseUri(uri())
                .body("{\"images\": 1500}")
                .post("/api/demo")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
        until("the job's first images", () -> product.sql().number("select done from job where id = ?", job) > 0);
        ProcessHandle killed = worker();
        killed.destroyForcibly();
        until(
                "the next worker",
                () -> jobs(administrator).getInt("worker.deaths") == 1
                        && jobs(administrator).getString("worker.phase").equals("running"));
        assertThat(jobs(administrator).getLong("worker.process"))
                .isEqualTo(worker().pid())
                .isNotEqualTo(killed.pid());
        assertThat(jobs(administrator).getString("worker.lastDeath")).contains("killed");
        until("the job's end", () -> product.sql()
                .value("select state from job where id = ?", String.class, job)
                .equals("done"));
        assertThat(product.sql().number("select count(*) from image")).isEqualTo(1500);

        ProcessHandle last = worker();
        web.destroy();
        assertThat(web.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("it stops")
                .isTrue();
        assertThat(last.isAlive()).as("the worker goes first").isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_worker_steps_back_behind_the_server_where_processors_are_short() throws Exception {
        assertThat(niceness(worker())).isEqualTo(Math.min(19, niceness(web.toHandle()) + 19));
    }

    @Test
    void a_worker_ends_with_a_server_that_is_killed() throws Exception {
        ProcessHandle worker = worker();
        web.destroyForcibly().waitFor();
        until("the worker's end", () -> !worker.isAlive());
    }

    private ProcessHandle worker() {
        return web.children().findAny().orElseThrow();
    }

    private static int niceness(ProcessHandle process) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    }

    private JsonPath jobs(TestPerson administrator) {
        return administrator
                .api()
                .baseUri(uri())
                .get("/api/jobs")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String uri() {
        return product.uri().toString();
    }

    private static void until(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long for %s", what).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
