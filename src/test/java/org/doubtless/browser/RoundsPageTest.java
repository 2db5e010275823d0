package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectSettings;
import org.doubtless.support.TestLabels;
import org.doubtless.support.TestRounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lead chooses when rounds start, and asks for one while another is under way. */
@QuarkusTest
class RoundsPageTest extends BrowserTest {
    @Inject
    TestLabels labels;

    @Inject
    TestRounds rounds;

    private ProjectId project;

    @BeforeEach
    void aProjectWithSomeLabels() {
        var lead = people.person("Ada Lovelace");
        project = projects.project(lead, ProjectSettings.DEFAULT, "alder", "birch");
        labels.active(project, 0, 2);
        labels.active(project, 1, 1);
        signIn(lead);
    }

    @Test
    void every_way_is_chosen_by_keyboard_and_errors_stand_beside_their_fields() {
        visit.expectComplaint("status of 400");
        openSettings();
        assertThat(sentence()).hasText("The next round starts after 2 more labels.");
        visit.look("settings-grows");

        visit.find("[name=retraining]:checked").focus();
        visit.press("ArrowDown");
        visit.press("Tab");
        assertThat(visit.find("#retrain-after")).isFocused();
        visit.find("#retrain-after").fill("none");
        visit.press("Enter");
        assertThat(visit.find("#retrain-after-error")).hasText("Give a whole number of labels, 1 or more.");
        assertThat(visit.find("#retrain-after")).isFocused();
        assertThat(visit.find("#retrain-after")).hasValue("none");
        visit.find("#retrain-after").fill("10");
        visit.press("Enter");
        assertThat(sentence()).hasText("The next round starts after 7 more labels.");

        visit.find("[name=retraining]:checked").focus();
        visit.press("ArrowDown");
        visit.find("#schedule").fill("0 25 * * *");
        visit.find("#time-zone").fill("Europe/Berlin");
        visit.press("Enter");
        assertThat(visit.find("#schedule-error")).containsText("Value 25 not in range");
        assertThat(visit.find("#time-zone")).hasValue("Europe/Berlin");
        visit.look("settings-schedule-wrong");
        visit.find("#schedule").fill("0 2 * * *");
        visit.press("Enter");
        assertThat(sentence())
                .hasText(Pattern.compile("The next round starts (today|tomorrow) at 02:00 Europe/Berlin\\."));
        visit.look("settings-schedule");
        String words = sentence().textContent();
        visit.open("/projects/" + project + "/home");
        assertThat(visit.filled("next-round")).hasText(words);
        visit.look("home-schedule");

        openSettings();
        visit.find("[name=retraining]:checked").focus();
        visit.press("ArrowDown");
        visit.press("Enter");
        assertThat(sentence()).hasText(Pattern.compile("Paused by Ada Lovelace on .*: no round starts by itself.*"));
        visit.open("/projects/" + project + "/label");
        assertThat(visit.filled("left")).hasText("the lead decides when to train");
    }

    @Test
    void an_encoder_is_wanted_with_its_ways_and_given_up_again() {
        visit.expectComplaint("status of 400");
        openSettings();
        Locator card = visit.find("#encoder");
        Locator on = card.locator("[name=encoder]");
        assertThat(on).not().isChecked();
        on.check();
        card.locator("[value=flip]").check();
        card.locator("[value=crop]").uncheck();
        card.locator("#encoder-steps").fill("many");
        visit.press("Enter");
        assertThat(visit.find(".col > .note-bad"))
                .hasText("The encoder was not changed: give a whole number of steps.");

        openSettings();
        card.locator("[name=encoder]").check();
        card.locator("[value=flip]").check();
        card.locator("[value=crop]").uncheck();
        card.locator("#encoder-steps").fill("250");
        visit.press("Enter");
        assertThat(visit.find(".note-ok")).isVisible();
        assertThat(card.locator("[name=encoder]")).isChecked();
        assertThat(card.locator("[value=flip]")).isChecked();
        assertThat(card.locator("[value=crop]")).not().isChecked();
        assertThat(card.locator("#encoder-steps")).hasValue("250");
        card.scrollIntoViewIfNeeded();
        visit.look("settings-encoder");

        card.locator("[name=encoder]").uncheck();
        card.locator("button[type=submit]").click();
        assertThat(visit.find(".note-ok")).isVisible();
        assertThat(card.locator("[name=encoder]")).not().isChecked();
    }

    @Test
    void what_is_asked_for_during_a_round_follows_it_and_can_be_taken_back() {
        rounds.running(project);
        visit.open("/projects/" + project + "/home");
        Locator train = visit.find("[data-do=train]");
        Locator cancel = visit.find("[data-do=cancel-next]");
        assertThat(train).isEnabled();
        assertThat(cancel).isHidden();
        train.click();
        assertThat(visit.find(".toast")).containsText("Round 1 is under way; another follows it.");
        assertThat(visit.find("[data-fill=why-not]"))
                .hasText("Round 1 is under way; another follows it, asked for by Ada Lovelace.");
        assertThat(train).isDisabled();
        visit.look("home-follows");
        cancel.click();
        assertThat(visit.find(".toast")).containsText("No other round follows.");
        assertThat(train).isEnabled();
        assertThat(cancel).isHidden();
        assertThat(sql.number("select count(*) from wanted_round where project_id = ?", project.value()))
                .isZero();
        rounds.end(project, "cancelled");
    }

    private void openSettings() {
        visit.open("/projects/" + project + "/settings");
    }

    private Locator sentence() {
        return visit.find("#rounds .say");
    }
}
