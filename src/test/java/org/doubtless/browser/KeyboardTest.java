package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

/** Without a mouse. */
@QuarkusTest
class KeyboardTest extends BrowserTest {
    private static final int MOST_STEPS = 40;

    @Test
    void a_project_is_made_by_keys_alone() {
        TestPerson ada = people.administrator("Ada Lovelace");
        signIn(ada);
        tabTo("main a[href='/projects/new']");
        visit.press("Enter");
        visit.page().waitForURL("**/projects/new");

        visit.press("Enter");
        assertThat(visit.find("#name-error")).isVisible();
        String name = "By keys " + UUID.randomUUID();
        type(name);
        visit.press("Enter");
        assertThat(visit.find("#label")).isFocused();
        for (String label : new String[] {"Birch", "Alder", "birch", "Oak"}) {
            type(label);
            visit.press("Enter");
            if (label.equals("birch")) {
                assertThat(visit.find("#labels-error")).containsText("is there already");
            }
        }
        assertThat(visit.find(".label-chip")).hasCount(3);
        visit.press("Backspace");
        assertThat(visit.find(".label-chip")).hasCount(2);
        tabTo("#control-share");
        visit.press("ArrowDown");
        assertThat(visit.filled("share")).hasText("One image in five");
        tabTo("[data-do=create]");
        visit.press("Enter");
        visit.page().waitForURL("**/import");

        assertThat(sql.value(
                        "select p.name || ': ' || string_agg(c.name, ', ' order by position) || ', ' || control_share"
                                + " from project p join project_class c on c.project_id = p.id where created_by = ?"
                                + " group by p.id",
                        String.class,
                        ada.id().value()))
                .isEqualTo(name + ": Birch, Alder, 0.2");
        tabTo("[data-choose=files]");
        assertThat(visit.find("[data-choose=files]")).isFocused();
    }

    private void type(String words) {
        visit.page().keyboard().type(words);
    }

    /** Goes on by the tab key until this has the focus, which must be seen to be there. */
    private void tabTo(String selector) {
        for (int step = 0; step < MOST_STEPS; step++) {
            visit.press("Tab");
            if ((boolean) visit.find(selector).evaluate("element => element === document.activeElement")) {
                assertThat((boolean) visit.find(selector)
                                .evaluate("element => element.matches(':focus-visible')"
                                        + " && getComputedStyle(element).outlineStyle !== 'none'"))
                        .as("the focus on " + selector + " is seen")
                        .isTrue();
                return;
            }
        }
        throw new AssertionError(MOST_STEPS + " presses of the tab key did not lead to " + selector);
    }
}
