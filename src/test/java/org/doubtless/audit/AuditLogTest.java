package org.doubtless.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.Sql;
import org.doubtless.support.TestBrowser;
import org.doubtless.support.TestPeople;
import org.doubtless.support.TestPerson;
import org.doubtless.support.TestProjects;
import org.doubtless.web.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every deed leaves its record, once, with who did it and how it ended, and without what is secret. */
@QuarkusTest
class AuditLogTest {
    @Inject
    TestPeople people;

    @Inject
    TestProjects projects;

    @Inject
    Sql sql;

    @Inject
    RecordCommand commands;

    private TestPerson lead;
    private TestPerson administrator;
    private ProjectId project;

    @BeforeEach
    void project() {
        lead = people.person("=Lena Voss");
        administrator = people.administrator("Ada");
        project = projects.project(lead);
    }

    private List<Map<String, Object>> deeds(TestPerson person, String address) {
        return person.api().get(address).then().statusCode(200).extract().path("items");
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> things(int deed) {
        return (Map<String, String>) ofProject().get(deed).get("things");
    }

    private List<Map<String, Object>> ofProject() {
        return deeds(lead, "/api/projects/" + project + "/audit");
    }

    @Test
    void aDeedIsRecordedWithPersonTimeThingAndEnd() {
        TestPerson ben = people.person("Ben");
        lead.api()
                .body(Map.of("role", "annotator"))
                .put("/api/projects/" + project + "/members/" + ben.id())
                .then()
                .statusCode(200);
        Map<String, Object> deed = ofProject().get(0);
        assertThat(deed)
                .containsEntry("deed", "member_set")
                .containsEntry("account", (int) lead.id().value())
                .containsEntry("person", "=Lena Voss")
                .containsEntry("project", (int) project.value())
                .containsEntry("byToken", true)
                .containsEntry("ending", "done")
                .containsEntry("status", 200)
                .containsEntry("things", Map.of("account", ben.id().toString(), "role", "– → annotator"));
        assertThat(sql.number(
                        "select count(*) from deed d join deed_end e on e.deed_id = d.id where d.project_id = ?"
                                + " and d.at <= e.at and d.at > now() - interval '1 hour'",
                        project.value()))
                .isEqualTo(1);
    }

    @Test
    void whatIsRefusedSaysSoAndWhoWasNotAdmittedLeavesNothing() {
        lead.api().delete("/api/projects/" + project + "?name=wrong").then().statusCode(400);
        assertThat(ofProject().get(0))
                .containsEntry("deed", "project_deleted")
                .containsEntry("ending", "refused")
                .containsEntry("status", 400);
        TestPerson stranger = people.person("Stranger");
        stranger.api().delete("/api/projects/" + project).then().statusCode(404);
        assertThat(ofProject()).hasSize(1);
    }

    @Test
    void whoAsksForHeadersAloneDoesWhatWhoAsksForAllDoes() {
        lead.api().head("/api/projects/" + project + "/members").then().statusCode(200);
        assertThat(ofProject()).isEmpty();
        lead.api().head("/api/projects/" + project + "/audit/csv").then().statusCode(200);
        assertThat(ofProject()).hasSize(1);
        assertThat(ofProject().get(0)).containsEntry("deed", "audit_exported").containsEntry("ending", "done");
    }

    @Test
    void outlivesItsProject() {
        String name = sql.value("select name from project where id = ?", String.class, project.value());
        lead.api().delete("/api/projects/" + project + "?name=" + name).then().statusCode(204);
        assertThat(deeds(administrator, "/api/audit?project=" + project).get(0))
                .containsEntry("deed", "project_deleted")
                .containsEntry("projectName", name)
                .containsEntry("ending", "done");
    }

    @Test
    void noStatementOfTheProductChangesIt() throws IOException {
        Pattern change = Pattern.compile("(?is)(update|delete\\s+from|truncate(\\s+table)?)\\s+deed(_end)?\\b");
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                assertThat(change.matcher(Files.readString(source)).find())
                        .as(source.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void holdsNoPasswordTokenOrAnswer() {
        TestBrowser browser = TestBrowser.signedIn(administrator);
        String token = browser.script()
                .body(Map.of("name", "nightly"))
                .post("/api/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        String password = "a sentence that nobody knows";
        int account = administrator
                .api()
                .body(Map.of("email", "c-" + project + "@example.org", "name", "Cleo", "password", password))
                .post("/api/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        administrator
                .api()
                .body(Map.of("password", password + "!"))
                .patch("/api/accounts/" + account)
                .then()
                .statusCode(200);
        long image = projects.image(project);
        lead.api()
                .body(Map.of("image", image, "outcome", "labelled", "label", "cat", "clientKey", "k-" + image))
                .post("/api/projects/" + project + "/annotations");
        String mine = "/api/audit?person=" + administrator.id();
        assertThat(deeds(administrator, mine))
                .extracting(deed -> deed.get("deed"))
                .containsExactly("account_changed", "account_created", "token_created", "signed_in");
        assertThat(deeds(administrator, mine).get(0).get("things"))
                .isEqualTo(Map.of("account", Integer.toString(account), "changed", "password"));
        String all = administrator.bearer().get("/api/audit/csv").asString();
        assertThat(all).doesNotContain(password, token, TestPerson.PASSWORD, "k-" + image);
        assertThat(ofProject()).as("answers are kept where they are given").isEmpty();
    }

    @Test
    void saysWhatWasAndWhatIs() {
        TestPerson ben = people.person("Ben");
        projects.member(project, ben.id(), ProjectRole.ANNOTATOR);
        lead.api()
                .body(Map.of("role", "lead"))
                .put("/api/projects/" + project + "/members/" + ben.id())
                .then()
                .statusCode(200);
        assertThat(things(0)).containsEntry("role", "annotator → lead");
        lead.api()
                .body(Map.of("settings", Map.of("leaseSeconds", 600, "overlap", 3)))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
        assertThat(things(0)).isEqualTo(Map.of("leaseSeconds", "900 → 600", "overlap.readers", "1 → 3"));
        administrator
                .api()
                .body(Map.of("administrator", true))
                .patch("/api/accounts/" + ben.id())
                .then()
                .statusCode(200);
        assertThat(deeds(administrator, "/api/audit?person=" + administrator.id())
                        .get(0)
                        .get("things"))
                .isEqualTo(Map.of("account", ben.id().toString(), "administrator", "false → true"));
    }

    @Test
    void aFailedSignInIsRecordedWithoutWhatWasTyped() {
        String nobody = "never-" + project + "@example.org";
        new TestBrowser().signIn(lead.email(), "a wrong secret").then().statusCode(401);
        new TestBrowser().signIn(nobody, "a wrong secret").then().statusCode(401);
        List<Map<String, Object>> failed = deeds(administrator, "/api/audit?deed=sign_in_failed");
        assertThat(failed.get(0)).containsEntry("status", 401).containsEntry("account", null);
        assertThat(failed.get(0).get("things")).isEqualTo(Map.of("from", "127.0.0.1"));
        assertThat(failed.get(1).get("things"))
                .isEqualTo(Map.of("account", lead.id().toString(), "from", "127.0.0.1"));
        assertThat(administrator.bearer().get("/api/audit/csv").asString()).doesNotContain("a wrong secret", nobody);
    }

    @Test
    void whatACommandDoesIsRecorded() throws IOException, SQLException {
        commands.record(RecordCommand.Command.EXPORT, project, note -> {
            note.put("format", "csv");
            return 0;
        });
        assertThat(ofProject().get(0))
                .containsEntry("deed", "exported")
                .containsEntry("account", null)
                .containsEntry("ending", "done");
        assertThat(things(0)).containsEntry("command", "export").containsEntry("format", "csv");
        assertThatThrownBy(() -> commands.record(RecordCommand.Command.IMPORT, project, note -> {
                    throw Problem.badRequest("no_files", "There is none.");
                }))
                .isInstanceOf(Problem.class);
        assertThat(ofProject().get(0)).containsEntry("deed", "images_sent").containsEntry("ending", "refused");
    }

    @Test
    void isATableWithoutFormulas() {
        lead.api().body(Map.of("name", "@Renamed " + project)).patch("/api/projects/" + project);
        lead.api().body(Map.of("leaseSeconds", 600)).patch("/api/projects/" + project);
        String table = lead.bearer()
                .get("/api/projects/" + project + "/audit/csv?deed=project_changed")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(table.lines().count()).isEqualTo(3);
        assertThat(table).contains(",'=Lena Voss,").contains(",'@Renamed").doesNotContain(",=", ",@");
        assertThat(ofProject().get(0)).containsEntry("deed", "audit_exported");
    }

    @Test
    void isNarrowedByPersonDeedAndTime() {
        lead.api().body(Map.of("leaseSeconds", 600)).patch("/api/projects/" + project);
        administrator.api().body(Map.of("leaseSeconds", 700)).patch("/api/projects/" + project);
        String address = "/api/projects/" + project + "/audit";
        assertThat(deeds(lead, address)).hasSize(2);
        assertThat(deeds(lead, address + "?person=" + lead.id())).hasSize(1);
        assertThat(deeds(lead, address + "?deed=round_started")).isEmpty();
        assertThat(deeds(lead, address + "?until=2020-01-01")).isEmpty();
        assertThat(deeds(lead, address + "?from=2020-01-01&until=2999-01-01")).hasSize(2);
        assertThat(deeds(
                        lead, address + "?before=" + deeds(lead, address).get(0).get("id")))
                .hasSize(1);
        lead.api().get(address + "?from=yesterday").then().statusCode(400);
    }

    @Test
    void isForLeadsAndAdministrators() {
        TestPerson annotator = people.person("Annotator");
        projects.member(project, annotator.id(), ProjectRole.ANNOTATOR);
        annotator.api().get("/api/projects/" + project + "/audit").then().statusCode(403);
        lead.api().get("/api/audit").then().statusCode(403);
        String page = TestBrowser.signedIn(lead)
                .get("/projects/" + project + "/audit")
                .asString();
        assertThat(page).contains("Audit log").contains("Nothing has been done here yet");
    }
}
