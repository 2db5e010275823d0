package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.doubtless.support.DiscsAndSquares;
import org.junit.jupiter.api.Test;

/** A lead lets the model label what it is sure of, sees what came of it, and takes it back. */
@QuarkusTest
class AutomaticLabelsPageTest extends BrowserTest {
    @Inject
    DiscsAndSquares pool;

    @Test
    void the_rule_is_switched_on_applied_shown_and_taken_back() {
        visit.expectComplaint("status of 400");
        pool.make(80, 24);
        pool.label(pool.active().subList(0, 10));
        pool.label(pool.control());
        signIn(pool.lead());

        openSettings();
        assertThat(sentence()).hasText("Off: people are asked about every image.");
        visit.find("[name=automaticLabels]").check();
        visit.find("#most-wrong").fill("half");
        visit.find("#most-wrong").press("Enter");
        assertThat(visit.find("#most-wrong-error")).hasText("Give a percentage from 0.1 to 20.");
        assertThat(visit.find("#most-wrong")).isFocused();
        assertThat(visit.find("[name=automaticLabels]")).isChecked();
        visit.find("#most-wrong").fill("20");
        visit.find("#audit-share").fill("20");
        visit.find("#most-wrong").press("Enter");
        assertThat(sentence()).containsText("On: it is applied when the next model is published.");
        show();
        visit.look("settings-automatic-on");

        pool.round();
        openSettings();
        assertThat(sentence()).containsText("are wrong, as promised, tested at 95 % for this publication by itself");
        show();
        visit.look("settings-automatic");

        visit.open("/projects/" + pool.project() + "/home");
        assertThat(visit.find("[data-automatic]")).containsText("by model 1");
        assertThat(visit.find("[data-automatic]")).containsText("none checked yet");
        visit.look("home-automatic");
        visit.find("[data-automatic-pool]").click();
        assertThat(visit.find(".tile-name").first()).hasText(Pattern.compile("(disc|square), auto"));
        visit.look("pool-automatic");
        visit.open("/projects/" + pool.project() + "/models/1");
        assertThat(visit.find(".model-note").last()).isVisible();
        visit.look("model-automatic");

        openSettings();
        visit.find("[data-opens=take-back-dialog]").click();
        visit.look("settings-automatic-take-back");
        visit.find("[data-do=take-back]").click();
        assertThat(sentence()).hasText(Pattern.compile("Off since .*: Lead took .* back; .*"));
        assertThat(visit.find("[data-opens=take-back-dialog]")).hasCount(0);
        show();
        visit.look("settings-automatic-off");
    }

    private void openSettings() {
        visit.open("/projects/" + pool.project() + "/settings");
    }

    private void show() {
        visit.find("#automatic").evaluate("card => card.scrollIntoView()");
    }

    private Locator sentence() {
        return visit.find("#automatic .say");
    }
}
