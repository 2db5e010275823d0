package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.TestGrains;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever leaves the desk leaves its images to others at once, and takes up where they were when they come back. */
@QuarkusTest
class LeavingTest extends BrowserTest {
    private static final int GRAINS = 16;

    @Inject
    TestGrains grains;

    private TestPerson annotator;
    private TestPerson grace;
    private ProjectId project;
    private Desk desk;

    @BeforeEach
    void at_the_desk() {
        annotator = people.person("Ada Lovelace");
        grace = people.person("Grace Hopper");
        project = projects.project(annotator, "Birch", "Alder", "Oak");
        projects.member(project, grace.id(), ProjectRole.ANNOTATOR);
        grains.bring(annotator, project, GRAINS);
        signIn(annotator);
        desk = new Desk(visit).open(project.value());
    }

    @Test
    void whoever_comes_back_is_asked_the_same_image() {
        desk.label("Birch");
        String asked = desk.asks();
        desk.waitUntilSaved();
        assertThat(Desk.held(sql, project, annotator)).isPositive();
        visit.open("/projects");
        desk.waitUntilHeld(sql, project, annotator, 0);
        desk.open(project.value()).asks(asked);
        visit.page().reload();
        desk.asks(asked);
        assertThat(Desk.held(sql, project, annotator)).isPositive();
    }

    @Test
    void a_colleague_is_asked_what_was_left() {
        String asked = desk.asks();
        visit.open("/projects");
        desk.waitUntilHeld(sql, project, annotator, 0);
        try (Visit colleague = elsewhere("localhost")) {
            signIn(colleague, grace);
            new Desk(colleague).open(project.value()).asks(asked);
            colleague.assertFlawless();
        }
    }

    @Test
    void what_was_answered_and_waits_in_the_browser_stays_its_persons() {
        visit.expectComplaint("ERR_FAILED");
        visit.context().route("**/annotations", route -> route.abort());
        desk.label("Birch");
        assertThat(desk.saved()).hasText("No network · 1 waits in this browser");
        visit.open("/projects");
        desk.waitUntilHeld(sql, project, annotator, 1);
        visit.context().unroute("**/annotations");
        desk.open(project.value());
        assertThat(desk.saved()).hasText("1 saved");
        assertThat(sql.number(
                        "select count(*) from annotation where project_id = ? and outcome = 'labelled' and not late",
                        project.value()))
                .isEqualTo(1);
    }

    /** All tabs of a person hold the same. */
    @Test
    void a_tab_that_goes_takes_nothing_from_the_other() {
        List<String> given = new ArrayList<>();
        visit.context().onRequest(request -> {
            if (request.url().endsWith("/queue/release")) {
                given.add(request.postData());
            }
        });
        Page tab = visit.context().newPage();
        tab.navigate("/projects/" + project + "/label");
        assertThat(tab.locator(".past-next").first()).isVisible();
        tab.evaluate("() => navigator.locks.query()");
        tab.navigate("/projects");
        assertThat(given).isEmpty();
        tab.close();
        desk.label("Birch");
        desk.waitUntilSaved();
        assertThat(sql.number("select count(*) from annotation where project_id = ? and late", project.value()))
                .isZero();
    }
}
