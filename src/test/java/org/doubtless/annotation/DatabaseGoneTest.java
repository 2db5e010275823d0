package org.doubtless.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.doubtless.project.ProjectId;
import org.doubtless.support.Sql;
import org.doubtless.support.TestDatabase;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.support.TestQueue;
import org.junit.jupiter.api.Test;

/** The real server goes away in the middle of labelling, and comes back. */
@QuarkusTest
class DatabaseGoneTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    TestQueue queue;

    @Inject
    Sql sql;

    @Test
    void an_answer_is_refused_in_words_while_the_database_is_gone_and_arrives_once_when_sent_again() throws Exception {
        TestPerson lead = people.person("Lead");
        ProjectId project = projects.project(lead, "cat", "dog");
        long image = queue.waiting(project, 0.5);
        String answer = "{\"image\": %d, \"outcome\": \"labelled\", \"label\": \"cat\", \"clientKey\": \"%s\"}"
                .formatted(image, UUID.randomUUID());
        lead.api().get("/api/projects/" + project).then().statusCode(200);

        // While this is locked nobody starts the server again.
        try (FileChannel channel =
                        FileChannel.open(TestDatabase.FOLDER.resolve("start.lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            stopServer();
            send(lead, project, answer)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("2"))
                    .body("code", equalTo("unavailable"))
                    .body("detail", containsString("safe to send the same request again"));
        }

        // The watch of the embedded server starts it again within seconds.
        Response back = send(lead, project, answer);
        for (int attempt = 0; attempt < 600 && back.statusCode() == 503; attempt++) {
            Thread.sleep(100);
            back = send(lead, project, answer);
        }
        assertThat(back.statusCode()).isEqualTo(201);
        assertThat(send(lead, project, answer).statusCode()).isEqualTo(200);
        assertThat(sql.number("select count(*) from annotation where image_id = ?", image))
                .isEqualTo(1);
    }

    private static Response send(TestPerson person, ProjectId project, String answer) {
        return person.api().body(answer).post("/api/projects/" + project + "/annotations");
    }

    private static void stopServer() throws Exception {
        String pid = Files.readAllLines(TestDatabase.FOLDER.resolve("data/postmaster.pid"))
                .get(0);
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        // SIGINT, PostgreSQL's fast shutdown: clients are cut off, what was committed is safe.
        new ProcessBuilder("kill", "-INT", pid.strip()).inheritIO().start().waitFor();
        server.onExit().get();
    }
}
