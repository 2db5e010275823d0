package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.doubtless.project.ProjectId;
import org.doubtless.support.DiscsAndSquares;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desk says of why an image is asked, and how that is hidden. */
@QuarkusTest
class DeskWhyTest extends BrowserTest {
    @Inject
    DiscsAndSquares pool;

    private ProjectId project;

    @BeforeEach
    void a_round() {
        pool.make(60, 12);
        project = pool.project();
        pool.label(pool.active().subList(0, 12));
        pool.round();
        sql.update("update project set model_threshold = 0, data_threshold = 0.99 where id = ?", project.value());
        signIn(pool.lead());
    }

    @Test
    void it_shows_how_the_models_vote_and_what_looks_alike() {
        Desk desk = new Desk(visit).open(project.value());
        toldOne(desk);
        assertThat(desk.why().locator("h3").first()).hasText("How the 5 models vote");
        assertThat(desk.why().locator(".look-alikes img").first()).isVisible();
        assertThat(visit.find(".why-foot")).hasText(Pattern.compile(".* of \\d+ in the queue · model 1\\..*"));
        // The words follow the project's own thresholds.
        assertThat(desk.why().locator(".track b").first()).hasAttribute("title", "threshold 0.00");
        assertThat(desk.why().locator(".track b").last()).hasAttribute("title", "threshold 0.99");
        assertThat(desk.why().locator(".words").first()).hasText("The models disagree: a label helps.");
        assertThat(desk.why().locator(".words").last()).hasText("The image is clear enough.");
        visit.look("desk-why");
        visit.page().setViewportSize(1024, 768);
        visit.press("w");
        visit.look("desk-why-1024");
        visit.page().setViewportSize(390, 844);
        visit.look("desk-why-phone");
    }

    @Test
    void who_hides_it_has_it_hidden_next_time_and_a_lead_hides_it_from_all() {
        Desk desk = new Desk(visit).open(project.value());
        visit.page().waitForResponse("**/api/account/desk", () -> visit.press("w"));
        assertThat(visit.find(".why")).isHidden();
        desk.open(project.value());
        assertThat(visit.find(".why")).isHidden();
        visit.page().waitForResponse("**/api/account/desk", () -> visit.press("w"));
        assertThat(visit.find(".why")).isVisible();

        visit.open("/projects/" + project + "/settings");
        visit.find("#desk input[name=showWhy]").uncheck();
        visit.find("#desk").scrollIntoViewIfNeeded();
        visit.look("settings-desk");
        visit.find("#desk button").click();
        assertThat(visit.find(".note-ok")).isVisible();
        desk.open(project.value());
        assertThat(visit.find(".why")).isHidden();
        visit.press("w");
        assertThat(visit.find(".why")).isHidden();
        assertThat(desk.doubts()).hasCount(0);
        visit.look("desk-why-off");
    }

    /** Goes on to an image of which something is told: of some, drawn by chance, nothing is. */
    private void toldOne(Desk desk) {
        Locator votes = desk.why().locator(".votes-of-models");
        for (int k = 0; k < 20 && votes.count() == 0; k++) {
            desk.label("disc");
        }
        assertThat(votes).isVisible();
    }
}
