package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.doubtless.project.ProjectId;
import org.doubtless.support.TestGrains;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many images at once: a sheet of the grid by the keyboard, and tiles of the pool by the mouse. */
@QuarkusTest
class GridTest extends BrowserTest {
    @Inject
    TestGrains grains;

    private TestPerson person;
    private ProjectId project;

    @BeforeEach
    void aPoolThatAModelTakesForBirch() {
        person = people.person("Ada Lovelace");
        signIn(person);
        project = projects.project(person, "Birch", "Alder", "Oak");
        grains.bring(person, project, 40);
        long model = projects.modelVersion(project);
        sql.update("create table image_score_" + model + " partition of image_score for values in (" + model + ")");
        sql.update(
                "insert into image_score select ?, i.id, 0.06, 0.03, 0.03, c.id, '{0.98,0.01,0.01}'"
                        + " from image i join project_class c on c.project_id = i.project_id"
                        + " where i.project_id = ? and c.name = 'Birch'",
                model,
                project.value());
        sql.update("update project set published_model = ? where id = ?", model, project.value());
    }

    @Test
    void all_but_these_are_confirmed_by_one_key_and_taken_back_by_another() {
        visit.open("/projects/" + project + "/label");
        visit.find(".bar .seg a").last().click();
        assertThat(tiles().first()).isVisible();
        visit.find("[data-size='9']").click();
        assertThat(tiles()).hasCount(9);
        assertThat(visit.find("h1")).hasText("All Birch but these?");
        visit.press("ArrowRight");
        visit.press("2");
        visit.press("ArrowDown");
        visit.press("Space");
        assertThat(visit.find(".sheet-tile[aria-checked=true]")).hasCount(2);
        assertThat(visit.find(".sheet-mark")).hasText(new String[] {"Alder", "No label yet"});
        visit.look("grid");
        visit.press("Enter");
        assertThat(visit.find(".saved")).containsText("9 saved");
        assertThat(visit.find("[data-fill=sheet]")).hasText("2");
        assertThat(stored("Birch")).isEqualTo(7);
        assertThat(stored("Alder")).isEqualTo(1);
        assertThat(sql.number(
                        "select count(*) from annotation where project_id = ? and outcome = 'skipped' and shown ="
                                + " 'grid'",
                        project.value()))
                .isEqualTo(1);
        visit.press("Control+z");
        assertThat(visit.find(".sheet-mark")).hasText(new String[] {"Alder", "No label yet"});
        assertThat(visit.find(".saved")).hasText("0 saved");
        assertThat(stored("Birch")).isZero();
        visit.press("/");
        assertThat(visit.find("#label-title")).isVisible();
        visit.lookEverywhere("grid-label");
        visit.press("Escape");
        visit.press("Escape");
        assertThat(visit.find("#label-dialog")).isHidden();
        visit.press("?");
        assertThat(visit.find("#keys-dialog")).isVisible();
        visit.look("grid-keys");
    }

    @Test
    void a_sheet_is_free_for_others_once_its_page_is_left() {
        visit.open("/projects/" + project + "/grid");
        assertThat(tiles().first()).isVisible();
        String first = tiles().first().locator("img").getAttribute("src");
        assertThat(Desk.held(sql, project, person)).isPositive();
        visit.open("/projects");
        new Desk(visit).waitUntilHeld(sql, project, person, 0);
        visit.open("/projects/" + project + "/grid");
        assertThat(tiles().first().locator("img")).hasAttribute("src", first);
    }

    @Test
    void tiles_of_the_pool_are_chosen_by_a_drag_and_labelled_together() {
        visit.open("/projects/" + project + "/pool");
        Locator tiles = visit.find(".tiles li[data-image]");
        assertThat(tiles).hasCount(40);
        drag(tiles.nth(0), tiles.nth(2));
        assertThat(visit.find("[data-fill=chosen]")).hasText("3 chosen");
        tiles.nth(4).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL)));
        tiles.nth(6).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(visit.find("[data-fill=chosen]")).hasText("6 chosen");
        visit.look("pool-chosen");
        visit.find("[data-do=label-chosen]").click();
        visit.page().keyboard().type("ald");
        visit.press("Enter");
        assertThat(visit.find(".toast")).containsText("6 images labelled as Alder");
        assertThat(stored("Alder")).isEqualTo(6);
        assertThat(visit.find(".chosen-bar")).isHidden();
        visit.page()
                .locator(".toast button", new Page.LocatorOptions().setHasText("Undo"))
                .click();
        assertThat(visit.find(".toast")).containsText("Took back 6 labels");
        assertThat(stored("Alder")).isZero();
    }

    private void drag(Locator from, Locator to) {
        var start = from.boundingBox();
        var end = to.boundingBox();
        visit.page().mouse().move(start.x + 40, start.y + 60);
        visit.page().mouse().down();
        visit.page().mouse().move(end.x + 20, end.y + 40);
        visit.page().mouse().move(end.x + 40, end.y + 60);
        visit.page().mouse().up();
    }

    private Locator tiles() {
        return visit.find(".sheet-tile");
    }

    private long stored(String label) {
        return sql.number(
                "select count(*) from image i join project_class c on c.id = i.class_id"
                        + " where i.project_id = ? and c.name = ?",
                project.value(),
                label);
    }
}
