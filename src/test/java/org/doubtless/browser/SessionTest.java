package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.doubtless.project.ProjectId;
import org.doubtless.support.TestGrains;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The own time of whoever labels: how long, how many a day, and what then. The clock is the test's. */
@QuarkusTest
class SessionTest extends BrowserTest {
    private static final int GRAINS = 8;
    private static final int MINUTE = 60_000;

    @Inject
    TestGrains grains;

    private TestPerson annotator;
    private ProjectId project;
    private Desk desk;

    @BeforeEach
    void at_the_desk_with_a_clock_of_our_own() {
        annotator = people.person("Ada Lovelace");
        project = projects.project(annotator, "Birch", "Alder", "Oak");
        grains.bring(annotator, project, GRAINS);
        visit.page().clock().install();
        signIn(annotator);
        desk = new Desk(visit);
    }

    @Test
    void a_session_says_what_fits_and_ends_between_two_images() {
        // Six answers of twelve seconds, some time ago.
        ProjectId elsewhere = projects.project(annotator, "Birch", "Alder", "Oak");
        for (int k = 0; k < 6; k++) {
            long answer = projects.annotation(project, projects.image(elsewhere), annotator);
            sql.update(
                    "update annotation set milliseconds = 12000, created_at = now() - interval '2 days' where id = ?",
                    answer);
        }
        desk.open(project.value());
        assertThat(goal()).containsText("of 20");
        begin("2");
        assertThat(goal()).containsText("0 of about 8");
        assertThat(goal()).containsText("2 min left of 2");

        String first = desk.asks();
        visit.press("p");
        assertThat(message()).isVisible();
        visit.lookEverywhere("desk-paused");
        visit.page().clock().fastForward(5 * MINUTE);
        visit.press("p");
        desk.asks(first);
        assertThat(message()).isHidden();
        desk.label("Birch");
        desk.waitUntilSaved();
        assertThat(milliseconds()).as("what was paused is no time of an image").isLessThan(5 * MINUTE);

        visit.page().clock().fastForward(MINUTE);
        assertThat(goal()).containsText("1 min left of 2");
        visit.page().reload();
        String second = desk.asks();
        assertThat(goal()).containsText("1 min left of 2");
        visit.page().clock().fastForward(MINUTE);
        assertThat(goal()).containsText("time is over after this image");
        assertThat(message()).isHidden();
        desk.asks(second);
        visit.press("2");
        assertThat(message()).containsText("2 minutes are over");
        assertThat(message()).containsText("2 images");
        visit.lookEverywhere("desk-session-over");
        desk.waitUntilSaved();
        desk.waitUntilHeld(sql, project, annotator, 0);
        long answers = answers();
        visit.press("1");
        visit.press("p");
        assertThat(message()).isHidden();
        desk.asks();
        assertThat(answers()).as("keys rest while the end is shown").isEqualTo(answers);
        assertThat(goal()).containsText("of 20");
    }

    @Test
    void a_daily_goal_is_kept_and_counts_what_was_answered_elsewhere_today() {
        ProjectId elsewhere = projects.project(annotator, "Birch", "Alder", "Oak");
        projects.annotation(elsewhere, projects.image(elsewhere), annotator);
        desk.open(project.value());
        visit.press("Shift+P");
        assertThat(dialog()).containsText("1 image today");
        visit.find("#daily-goal").fill("3");
        visit.look("desk-session");
        visit.page().waitForResponse("**/api/account/goal", () -> visit.press("Enter"));
        assertThat(goal()).containsText("1 of 3 today");
        desk.label("Birch");
        assertThat(goal()).containsText("2 of 3 today");
        desk.label("Alder");
        assertThat(goal()).containsText("your goal of today is reached");
        assertThat(visit.find(".toast")).containsText("3 images");
        desk.waitUntilSaved();
        desk.open(project.value());
        assertThat(goal()).containsText("3 of 3 today");
    }

    @Test
    void no_more_is_held_than_fits() {
        long answer = projects.annotation(project, projects.image(project), annotator);
        sql.update("update annotation set milliseconds = 30000 where id = ?", answer);
        desk.open(project.value());
        begin("1");
        desk.asks();
        sql.update(
                "update queue_entry set leased_until = '-infinity', leased_by = null where project_id = ?",
                project.value());
        visit.page().reload();
        desk.asks();
        assertThat(goal()).containsText("of about 2");
        desk.label("Oak");
        desk.waitUntilSaved();
        assertThat(sql.number(
                        "select count(*) from queue_entry where project_id = ? and leased_until > now()",
                        project.value()))
                .isLessThanOrEqualTo(3);
    }

    @Test
    void the_end_of_the_queue_says_what_to_do_next() {
        ProjectId elsewhere = projects.project(annotator, "Birch", "Alder", "Oak");
        grains.bring(annotator, elsewhere, 2);
        desk.open(project.value());
        for (int k = 0; k < GRAINS - 1; k++) {
            desk.answer("1");
        }
        visit.press("1");
        assertThat(message()).containsText("Nothing left to ask now");
        assertThat(message()).containsText("What to do next");
        Locator link = message().getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("Project "));
        assertThat(link).hasAttribute("href", "/projects/" + elsewhere + "/label");
        assertThat(message().locator("a[href$='/import']")).isVisible();
        visit.look("desk-nothing-left");
        link.click();
        desk.asks();
        assertThat(visit.path()).isEqualTo("/projects/" + elsewhere + "/label");
    }

    @Test
    void a_project_without_images_says_what_it_needs() {
        ProjectId empty = projects.project(annotator, "Birch", "Alder", "Oak");
        visit.open("/projects/" + empty + "/label");
        assertThat(message()).containsText("No images");
        visit.lookEverywhere("desk-no-images");
        assertThat(message().getByRole(AriaRole.LINK)).hasAttribute("href", "/projects/" + empty + "/home");
    }

    private void begin(String minutes) {
        visit.press("Shift+P");
        assertThat(dialog()).isVisible();
        visit.find("#session-minutes").fill(minutes);
        assertThat(visit.find("#session-plan")).hasText(Pattern.compile("will fit"));
        visit.look("desk-session-begin");
        visit.press("Enter");
        assertThat(dialog()).isHidden();
    }

    private Locator dialog() {
        return visit.find("#session-dialog");
    }

    private Locator goal() {
        return visit.find(".desk-goal");
    }

    private Locator message() {
        return visit.find(".stage-message");
    }

    private long answers() {
        return sql.number(
                "select count(*) from annotation a join image i on i.id = a.image_id where i.project_id = ?",
                project.value());
    }

    private int milliseconds() {
        return sql.value(
                "select max(milliseconds) from annotation a join image i on i.id = a.image_id where i.project_id = ?",
                Integer.class,
                project.value());
    }
}
