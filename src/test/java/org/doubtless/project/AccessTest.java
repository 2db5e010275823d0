package org.doubtless.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the access matrix does not reach: the words, things of no project, and the order of checks. */
@QuarkusTest
class AccessTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    Sql sql;

    @TestHTTPResource("/")
    URI server;

    private TestPerson ada;
    private TestPerson bob;

    @BeforeEach
    void persons() {
        ada = people.person("Ada");
        bob = people.person("Bob");
    }

    @Test
    void saysWhichProjectIsNotThereAndWhichRoleIsNeeded() {
        ada.api()
                .get("/api/projects/abc")
                .then()
                .statusCode(404)
                .body("code", equalTo("project_not_found"))
                .body("detail", containsString("no project abc here"));
        ProjectId project = projects.project(ada);
        projects.member(project, bob.id(), ProjectRole.VIEWER);
        bob.api()
                .body("{}")
                .patch("/api/projects/" + project)
                .then()
                .statusCode(403)
                .body("detail", allOf(containsString("viewer of project " + project), containsString("role lead")));
    }

    @Test
    void aJobOfNoProjectIsItsCreatorsAndTheAdministrators() {
        long job = sql.number(
                "insert into job (kind, state, title, created_by, created_at)"
                        + " values ('test', 'done', 'Test', ?, now()) returning id",
                ada.id().value());
        ada.api().get("/api/jobs/" + job).then().statusCode(200);
        people.administrator("Root").api().get("/api/jobs/" + job).then().statusCode(200);
        bob.api().get("/api/jobs/" + job).then().statusCode(404).body("code", equalTo("job_not_found"));
        people.administrator("Root").api().get("/api/jobs/0").then().statusCode(404);
    }

    @Test
    void whoLosesARoleLosesItAtOnce() {
        ProjectId project = projects.project(ada);
        projects.member(project, bob.id(), ProjectRole.LEAD);
        bob.bearer().get("/projects/" + project + "/settings").then().statusCode(200);
        projects.member(project, bob.id(), ProjectRole.VIEWER);
        bob.bearer().get("/projects/" + project + "/settings").then().statusCode(403);
        bob.api().get("/api/projects/" + project).then().statusCode(200);
        ada.api()
                .delete("/api/projects/" + project + "/members/" + bob.id())
                .then()
                .statusCode(204);
        bob.api().get("/api/projects/" + project).then().statusCode(404);
        String name = ada.api().get("/api/projects/" + project).jsonPath().getString("name");
        ada.api()
                .queryParam("name", name)
                .delete("/api/projects/" + project)
                .then()
                .statusCode(204);
        ada.api().get("/api/projects/" + project).then().statusCode(404);
        ada.api().get("/api/projects/" + project + "/images").then().statusCode(404);
    }

    @Test
    void anUploadIsRefusedBeforeItIsSent() throws IOException {
        ProjectId project = projects.project(ada);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            String head = "POST /api/projects/" + project + "/images HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Bearer " + bob.token() + "\r\n"
                    + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 404".length());
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 404");
        }
    }
}
