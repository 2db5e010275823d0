package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

/** An administrator looks after the installation: its people and tokens, how it is, and who did what. */
@QuarkusTest
class AdministrationPageTest extends BrowserTest {
    @Test
    void an_administrator_sees_who_did_what_and_what_fills_the_disk() {
        TestPerson ada = people.administrator("Ada Byron");
        TestPerson lena = people.person("Lena Vogt");
        TestPerson miriam = people.person("Miriam Okafor");
        ProjectId project = projects.project(lena, "Alder", "Birch", "Hazel");
        String name = "Spring pollen " + project;
        projects.member(project, miriam.id(), ProjectRole.ANNOTATOR);
        lena.api()
                .body(Map.of("name", name))
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
        lena.api().body(Map.of("role", "viewer")).put("/api/projects/" + project + "/members/" + miriam.id());
        lena.api().get("/api/projects/" + project + "/export?format=csv").then().statusCode(200);
        lena.api().delete("/api/projects/" + project + "?name=no").then().statusCode(400);
        projects.image(project);
        projects.image(project);

        signIn(ada);
        visit.open("/audit?project=" + project);
        assertThat(visit.find(".audit-table tbody tr")).hasCount(4);
        assertThat(visit.find(".audit-table tbody tr").first()).containsText("Deleted a project");
        assertThat(visit.find(".audit-table tbody tr").first()).containsText("refused");
        assertThat(visit.find(".audit-table tbody tr").last()).containsText(name.replaceFirst("Spring.*", ""));
        visit.look("audit");
        visit.find("#deed").selectOption("exported");
        visit.find(".audit-form .btn-primary").click();
        assertThat(visit.find(".audit-table tbody tr")).hasCount(1);
        assertThat(visit.find(".audit-table tbody tr")).containsText("Lena Vogt");
        visit.find("#until").fill("2020-01-01");
        visit.find(".audit-form .btn-primary").click();
        assertThat(visit.find(".table-empty")).containsText("Nothing like this was done");
        visit.look("audit-none");

        visit.open("/people");
        Locator row = visit.find("tr").filter(new Locator.FilterOptions().setHasText(miriam.email()));
        row.getByText("Make administrator").click();
        assertThat(row.getByText("Make member")).isVisible();
        assertThat(sql.value(
                        "select administrator from account where id = ?",
                        Boolean.class,
                        miriam.id().value()))
                .isTrue();
        row.getByText("Make member").click();
        assertThat(row.getByText("Make administrator")).isVisible();
        Locator token = visit.find("#tokens tr")
                .filter(new Locator.FilterOptions().setHasText("Miriam Okafor"))
                .first();
        token.getByText("Revoke").click();
        miriam.api().get("/api/account").then().statusCode(401);
        visit.look("people-tokens");

        visit.open("/system");
        assertThat(visit.find(".health")).containsText("The database answers");
        assertThat(visit.find("[data-project-size=\"" + project + "\"]"))
                .hasAttribute(
                        "data-images",
                        Long.toString(sql.number(
                                "select sum(byte_count)::bigint from image where project_id = ?", project.value())));
        long shown = Long.parseLong(visit.find("[data-group=images]").getAttribute("data-bytes"));
        assertThat(shown)
                .isEqualTo(sql.number("select pg_total_relation_size('image') + pg_total_relation_size('image_content')"
                        + " + pg_total_relation_size('image_thumbnail') + pg_total_relation_size('import_rejection')"));
        visit.look("system");
        visit.page().setViewportSize(390, 844);
        for (String path : new String[] {"/system", "/people", "/audit"}) {
            visit.open(path);
            visit.picture("phone-" + path.substring(1));
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(390);
        }
    }

    @Test
    void an_administrator_sees_who_works_on_what() {
        TestPerson ada = people.administrator("Ada Byron");
        ProjectId project = projects.project(ada, "Alder", "Birch");
        long job = sql.number(
                "insert into job (project_id, kind, state, title, stage, done, total, created_at, started_at)"
                        + " values (?, 'test', 'running', 'Round 15', 'Learning', 4, 5, now(), now()) returning id",
                project.value());
        sql.update(
                "insert into worker values ('lab-4711-a', 'lab', 4711, now() - interval '2 hours', now() + interval '1 minute',"
                        + " 3100000000, 8000000000), ('lab-815-b', 'lab', 815, now() - interval '3 hours',"
                        + " now() - interval '5 minutes', null, 8000000000)");
        // Of a task that no scheduler knows.
        sql.update(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,"
                        + " version) values ('shown', ?, now() + interval '1 day', true, 'lab-4711-a', now() + interval '1 minute', 1)",
                Long.toString(job));
        signIn(ada);
        visit.open("/jobs");
        Locator busy = visit.find("[data-worker=lab-4711-a]");
        assertThat(busy).containsText("Process 4711");
        assertThat(busy).containsText("Round 15, Learning");
        assertThat(busy).containsText("3.1 GB of 8.0 GB");
        assertThat(visit.find("[data-worker=lab-815-b]")).containsText("Silent. Others take its jobs over.");
        Locator own = visit.find("[data-worker]")
                .filter(new Locator.FilterOptions()
                        .setHasText("Process " + ProcessHandle.current().pid()));
        assertThat(own).containsText("Memory");
        visit.look("jobs-workers");
        visit.open("/system");
        assertThat(visit.find(".table").first()).containsText("process 4711");
        visit.look("system-workers");
        visit.page().setViewportSize(390, 844);
        visit.open("/jobs");
        assertThat(busy).isVisible();
        visit.picture("phone-jobs-workers");
        sql.update("delete from scheduled_tasks where task_name = 'shown'");
        sql.update("delete from worker where host = 'lab'");
        sql.update("update job set state = 'done' where id = ?", job);
    }

    @Test
    void a_lead_sees_what_was_done_in_their_project_only() {
        TestPerson lena = people.person("Lena Vogt");
        ProjectId project = projects.project(lena);
        signIn(lena);
        visit.open("/projects/" + project + "/settings");
        visit.find("a[href$='/audit']").click();
        assertThat(visit.find(".table-empty")).containsText("Nothing has been done here yet");
        assertThat(visit.find("#project")).hasCount(0);
        visit.look("audit-empty");
    }
}
