package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.TestGrains;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits in a browser belongs to all of its tabs, and to the person who answered. */
@QuarkusTest
class DeskTabsTest extends BrowserTest {
    private static final int GRAINS = 12;

    @Inject
    TestGrains grains;

    private TestPerson annotator;
    private ProjectId project;
    private Desk desk;

    @BeforeEach
    void at_the_desk() {
        annotator = people.person("Ada Lovelace");
        project = projects.project(annotator, "Birch", "Alder", "Oak");
        grains.bring(annotator, project, GRAINS);
        signIn(annotator);
        desk = new Desk(visit).open(project.value());
    }

    @Test
    void a_tab_that_is_closed_leaves_its_answers_to_the_next() {
        visit.expectComplaint("ERR_INTERNET_DISCONNECTED");
        visit.open("about:blank");
        Page tab = visit.context().newPage();
        tab.navigate("/projects/" + project + "/label");
        assertThat(tab.locator(".stage-view img")).isVisible();
        visit.context().setOffline(true);
        for (String key : new String[] {"1", "2", "3"}) {
            Locator name = tab.locator(".stage-meta [data-fill=filename]");
            String asked = name.textContent();
            tab.keyboard().press(key);
            assertThat(name).not().hasText(asked);
        }
        tab.close();
        assertThat(annotations()).isZero();
        visit.context().setOffline(false);
        desk.open(project.value());
        desk.waitUntilSaved();
        assertThat(desk.saved()).hasText("3 saved");
        assertThat(given()).isEqualTo("Birch Alder Oak");
    }

    @Test
    void two_tabs_send_what_waits_once() {
        visit.expectComplaint("ERR_INTERNET_DISCONNECTED");
        Page tab = visit.context().newPage();
        tab.navigate("/projects/" + project + "/label");
        assertThat(tab.locator(".stage-view img")).isVisible();
        visit.context().setOffline(true);
        desk.label("Birch");
        desk.label("Alder");
        tab.keyboard().press("3");
        assertThat(desk.saved()).hasText("No network · 3 wait in this browser");
        List<String> sent = new ArrayList<>();
        visit.context().onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/annotations")) {
                sent.add(request.postData());
            }
        });
        visit.context().setOffline(false);
        desk.waitUntilSaved();
        assertThat(tab.locator(".saved")).hasText("3 saved");
        assertThat(given()).isEqualTo("Birch Alder Oak");
        assertThat(new HashSet<>(sent)).hasSize(3);
        tab.close();
    }

    /** Whoever signs in after somebody else in the same browser does not send the other's answers. */
    @Test
    void answers_are_sent_by_who_gave_them() {
        visit.expectComplaint("status of 401");
        TestPerson grace = people.person("Grace Hopper");
        projects.member(project, grace.id(), ProjectRole.ANNOTATOR);
        Page other = visit.context().newPage();
        signInAgain(other, grace);
        desk.label("Birch");
        assertThat(desk.saved()).hasText("Signed out · 1 wait. Sign in to send them");
        assertThat(annotations()).isZero();
        signInAgain(other, annotator);
        other.close();
        assertThat(desk.saved()).hasText("1 saved");
        assertThat(sql.number("select account_id from annotation where project_id = ?", project.value()))
                .isEqualTo(annotator.id().value());
    }

    private static void signInAgain(Page page, TestPerson person) {
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("doubtless-session"));
        page.navigate("/login");
        page.locator("#email").fill(person.email());
        page.locator("#password").fill(TestPerson.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/projects");
    }

    /** The labels in the order in which they arrived. */
    private String given() {
        return sql.value(
                "select string_agg(c.name, ' ' order by a.id) from annotation a join project_class c on c.id = a.class_id"
                        + " where a.project_id = ?",
                String.class,
                project.value());
    }

    private long annotations() {
        return sql.number("select count(*) from annotation where project_id = ?", project.value());
    }
}
