package org.doubtless.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.doubtless.pool.files.SampleImages;
import org.doubtless.pool.files.SampleZips;
import org.doubtless.project.ProjectId;
import org.doubtless.support.Sql;
import org.doubtless.support.TestJobs;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left when an import does not come to its end: all that was stored, whole, and nothing else. */
@QuarkusTest
class ImportFailureTest {
    private static final int IMAGES = 1200;
    private static final int IMPORT_LOCK = 0x0DB1;

    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestJobs jobs;

    @Inject
    TidyUploads tidy;

    @Inject
    UploadFolders folders;

    @Inject
    PoolConfig config;

    @Inject
    AgroalDataSource database;

    @Inject
    Sql sql;

    @TestHTTPResource
    URI server;

    private TestPerson lead;
    private ProjectId project;

    @BeforeEach
    void aProject() {
        lead = people.person("Lead");
        project = projects.project(lead);
    }

    @Test
    void a_full_disk_ends_the_import_and_the_same_files_complete_it() {
        sql.update("create or replace function full_disk() returns trigger language plpgsql as"
                + " 'begin raise exception ''no space left on device'' using errcode = ''53100''; end'");
        String trigger = "full_disk_" + project;
        sql.update("create trigger " + trigger + " before insert on image for each row when (new.project_id = "
                + project + " and new.filename = '900.png') execute function full_disk()");
        byte[] zip = zip(IMAGES);
        JsonPath failed = ended(send(zip));

        assertThat(failed.getString("state")).isEqualTo("failed");
        assertThat(failed.getString("failure"))
                .contains("disk is full")
                .contains("images taken")
                .contains("they stay");
        long taken = failed.getLong("result.taken");
        assertThat(taken).isBetween(1L, 900L);
        assertWhole(taken);

        sql.update("drop trigger " + trigger + " on image");
        JsonPath second = jobs.await(lead, send(zip));
        assertThat(second.getLong("result.taken")).isEqualTo(IMAGES - taken);
        assertThat(second.getLong("result.duplicates")).isEqualTo(taken);
        assertWhole(IMAGES);
    }

    @Test
    void a_cancelled_import_keeps_what_came_in() throws SQLException {
        long job;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + IMPORT_LOCK + ", " + project + ")");
            job = send(zip(IMAGES));
            waitUntil(() -> waiting() == 1);
            lead.api().delete("/api/jobs/" + job).then().statusCode(200);
            // A job looks four times a second whether it is cancelled; let its last look be longer ago.
            LockSupport.parkNanos(400_000_000);
            statement.execute("select pg_advisory_unlock(" + IMPORT_LOCK + ", " + project + ")");
        }
        JsonPath cancelled = ended(job);

        assertThat(cancelled.getString("state")).isEqualTo("cancelled");
        assertThat(cancelled.getList("log.line", String.class))
                .anyMatch(line -> line.startsWith("Cancelled. What came in so far stays:"));
        long taken = cancelled.getLong("result.taken");
        assertThat(taken).isBetween(1L, IMAGES - 1L);
        assertWhole(taken);
        waitUntil(() -> left().isEmpty());
    }

    @Test
    void a_database_that_drops_the_connection_is_tried_again() throws SQLException {
        long job;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + IMPORT_LOCK + ", " + project + ")");
            job = send(zip(IMAGES));
            waitUntil(() -> waiting() == 1);
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted"
                            + " and classid = " + IMPORT_LOCK + " and objid = " + project);
            statement.execute("select pg_advisory_unlock(" + IMPORT_LOCK + ", " + project + ")");
        }
        JsonPath done = jobs.await(lead, job);

        assertThat(done.getLong("result.taken")).isEqualTo(IMAGES);
        assertThat(done.getLong("result.duplicates")).isZero();
        assertWhole(IMAGES);
    }

    /** As after a kill: the job still runs by its row, the files lie there, some images are stored. */
    @Test
    void a_killed_import_goes_on_at_the_next_start() throws IOException {
        byte[] some = zip(700);
        JsonPath first = jobs.await(
                lead,
                lead.bearer()
                        .multiPart("files", "text.png", "no image".getBytes(StandardCharsets.UTF_8))
                        .multiPart("files", "pool.zip", some)
                        .post("/api/projects/" + project + "/images")
                        .then()
                        .statusCode(202)
                        .extract()
                        .jsonPath()
                        .getLong("job"));
        assertThat(first.getLong("result.taken")).isEqualTo(700);
        long job = first.getLong("id");
        String name;
        try (UploadFolder folder = folders.create()) {
            name = folder.name();
            Files.write(folder.place(0), "no image".getBytes(StandardCharsets.UTF_8));
            Files.write(folder.place(1), zip(IMAGES));
            folder.list(List.of(
                    new UploadFolder.Sent("text.png", folder.place(0)),
                    new UploadFolder.Sent("pool.zip", folder.place(1))));
            folders.forget(folder);
        }
        sql.update(
                "update job set state = 'running', finished_at = null, parameters = jsonb_set(parameters, '{folder}',"
                        + " to_jsonb(?::text)) where id = ?",
                name,
                job);
        tidy.resume();
        JsonPath resumed = jobs.await(lead, job);

        assertThat(resumed.getLong("result.taken")).isEqualTo(IMAGES);
        assertThat(resumed.getLong("result.duplicates")).isZero();
        assertThat(resumed.getLong("result.rejected")).isEqualTo(1);
        assertThat(sql.number("select count(*) from import_rejection where job_id = ?", job))
                .isEqualTo(1);
        assertWhole(IMAGES);
    }

    @Test
    void an_import_whose_files_are_gone_says_so() throws IOException {
        JsonPath first = jobs.await(lead, send(zip(3)));
        sql.update("update job set state = 'running', finished_at = null where id = ?", first.getLong("id"));
        tidy.resume();
        JsonPath ended = ended(first.getLong("id"));

        assertThat(ended.getString("state")).isEqualTo("failed");
        assertThat(ended.getString("failure")).contains("gone from the server").contains("send the files again");
        assertWhole(3);
    }

    @Test
    void an_import_that_a_killed_command_left_ends_without_a_restart() throws IOException {
        long job = jobs.await(lead, send(zip(3))).getLong("id");
        sql.update("update job set state = 'running', finished_at = null where id = ?", job);
        tidy.resumeLost();
        assertThat(sql.value("select state from job where id = ?", String.class, job))
                .isEqualTo("running");
        tidy.resumeLost();

        assertThat(ended(job).getString("failure")).contains("send the files again");
    }

    @Test
    void an_upload_that_is_broken_off_leaves_nothing() throws IOException {
        long before = sql.number("select count(*) from job");
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/projects/" + project + "/images HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + lead.token() + "\r\nContent-Type: multipart/form-data; boundary=cut\r\n"
                            + "Content-Length: 50000000\r\n\r\n--cut\r\n"
                            + "Content-Disposition: form-data; name=\"files\"; filename=\"a.png\"\r\n"
                            + "Content-Type: image/png\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] some = new byte[1 << 20];
            for (int i = 0; i < 8; i++) {
                out.write(some);
            }
            out.flush();
            waitUntil(() -> !left().isEmpty());
        }
        waitUntil(() -> left().isEmpty());
        assertThat(sql.number("select count(*) from job")).isEqualTo(before);
        assertWhole(0);
    }

    @Test
    void a_project_that_is_deleted_meanwhile_ends_the_import() throws SQLException {
        String name = sql.value("select name from project where id = ?", String.class, project.value());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + IMPORT_LOCK + ", " + project + ")");
            send(zip(IMAGES));
            waitUntil(() -> waiting() == 1);
            lead.api()
                    .queryParam("name", name)
                    .delete("/api/projects/" + project)
                    .then()
                    .statusCode(204);
            statement.execute("select pg_advisory_unlock(" + IMPORT_LOCK + ", " + project + ")");
        }
        waitUntil(() -> left().isEmpty());
        assertWhole(0);
        lead.api().get("/api/projects/" + project).then().statusCode(404).body("code", equalTo("project_not_found"));
    }

    private void assertWhole(long images) {
        assertThat(sql.number("select count(*) from image where project_id = ?", project.value()))
                .isEqualTo(images);
        assertThat(sql.number(
                        "select count(*) from image i join image_content c on c.image_id = i.id"
                                + " where project_id = ? and length(c.content) = i.byte_count",
                        project.value()))
                .isEqualTo(images);
    }

    private long waiting() {
        return sql.number(
                "select count(*) from pg_locks where locktype = 'advisory' and not granted and classid = ? and objid = ?",
                (long) IMPORT_LOCK,
                project.value());
    }

    private JsonPath ended(long job) {
        waitUntil(() -> !List.of("waiting", "running")
                .contains(sql.value("select state from job where id = ?", String.class, job)));
        return lead.api()
                .get("/api/jobs/" + job)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private long send(byte[] zip) {
        return lead.bearer()
                .multiPart("files", "pool.zip", zip)
                .post("/api/projects/" + project + "/images")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
    }

    private static byte[] zip(int images) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < images; i++) {
            files.put(i + ".png", SampleImages.png(8, 8, i));
        }
        return SampleZips.of(files);
    }

    /** Files of uploads that lie about. */
    private List<String> left() {
        Path uploads = config.uploads();
        try (Stream<Path> files = Files.walk(uploads)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> uploads.relativize(file).toString())
                    .filter(name -> !name.equals("keeper") && !name.endsWith("lock"))
                    .toList();
        } catch (IOException e) {
            return List.of("unreadable: " + e);
        }
    }

    private static void waitUntil(BooleanSupplier there) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not happen within a minute");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
