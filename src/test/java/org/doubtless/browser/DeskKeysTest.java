package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.doubtless.project.ProjectId;
import org.doubtless.support.TestGrains;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hands that were trained elsewhere give the desk their own keys. */
@QuarkusTest
class DeskKeysTest extends BrowserTest {
    @Inject
    TestGrains grains;

    private TestPerson annotator;

    @BeforeEach
    void anAnnotator() {
        annotator = people.person("Ada Lovelace");
        signIn(annotator);
    }

    @Test
    void a_taken_key_is_asked_about_and_then_kept_on_the_server() {
        ProjectId project = forest();
        Desk desk = new Desk(visit).open(project.value());
        visit.press("?");
        assertThat(visit.find("#keys-dialog")).isVisible();
        visit.look("desk-keys");
        cap("Oak").click();
        visit.press("f");
        assertThat(visit.find(".keys-question")).containsText("F is the key of “Flag, with a note” already.");
        visit.look("desk-keys-question");
        button("Keep as it was").click();
        assertThat(cap("Oak")).hasText("3");
        cap("Oak").click();
        visit.press("f");
        button("Give F to Oak").click();
        assertThat(cap("Oak")).hasText("F");
        assertThat(cap("Flag, with a note")).hasText("–");
        visit.press("Escape");
        assertThat(visit.find("#keys-dialog")).isHidden();

        desk.open(project.value());
        assertThat(visit.find(".label-button[data-label=Oak] kbd").first()).hasText("F");
        desk.answer("f");
        desk.waitUntilSaved();
        assertThat(labels(project)).isEqualTo("Oak");
    }

    @Test
    void with_the_keys_of_another_program_one_key_chooses_and_another_submits() {
        ProjectId project = forest();
        Desk desk = new Desk(visit).open(project.value());
        visit.press("?");
        button("Label Studio").click();
        visit.press("Escape");
        String asked = desk.asks();
        visit.press("1");
        visit.press("2");
        assertThat(visit.find(".label-button.given")).hasText("2Alder");
        desk.asks(asked);
        visit.look("desk-two-steps");
        desk.answer("Control+Enter");
        desk.waitUntilSaved();
        assertThat(labels(project)).isEqualTo("Alder");
    }

    @Test
    void single_keys_can_be_switched_off() {
        ProjectId project = forest();
        Desk desk = new Desk(visit).open(project.value());
        String asked = desk.asks();
        visit.press("?");
        visit.page().getByLabel("Keys without ctrl work").click();
        visit.press("Escape");
        visit.press("1");
        visit.press("u");
        desk.asks(asked);
        visit.find(".label-button").first().click();
        desk.waitUntilSaved();
        visit.open("/account/keys");
        assertThat(visit.find(".keys-columns h3").first()).isVisible();
        visit.look("account-keys");
        button("Back to the usual keys").click();
        desk.open(project.value());
        desk.answer("1");
    }

    @Test
    void a_hundred_and_twenty_labels_are_reached_by_typing() {
        String[] names =
                IntStream.rangeClosed(1, 120).mapToObj(n -> "Species " + n).toArray(String[]::new);
        ProjectId project = projects.project(annotator, names);
        grains.bring(annotator, project, 4);
        Desk desk = new Desk(visit).open(project.value());
        desk.answer("q");
        visit.look("desk-many-labels");
        visit.press("/");
        visit.page().keyboard().type("species 11");
        assertThat(visit.find(".label-button:visible")).hasCount(11);
        visit.press("ArrowDown");
        visit.look("desk-find");
        String asked = desk.asks();
        visit.press("Enter");
        assertThat(visit.find(".stage-meta [data-fill=filename]")).not().hasText(asked);
        desk.waitUntilSaved();
        assertThat(labels(project)).isEqualTo("Species 11,Species 110");
    }

    private ProjectId forest() {
        ProjectId project = projects.project(annotator, "Birch", "Alder", "Oak");
        grains.bring(annotator, project, 4);
        return project;
    }

    private Locator cap(String words) {
        return visit.find(".cap[data-row=\"" + words + " 0\"]");
    }

    private Locator button(String name) {
        return visit.page()
                .locator("button:visible", new Page.LocatorOptions().setHasText(name))
                .first();
    }

    private String labels(ProjectId project) {
        return sql.value(
                "select string_agg(c.name, ',' order by a.id) from annotation a join project_class c on c.id = a.class_id"
                        + " where a.project_id = ?",
                String.class,
                project.value());
    }
}
