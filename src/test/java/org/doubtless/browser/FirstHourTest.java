package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.doubtless.account.EmptyInstallation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does, in a real browser: from the empty installation to a queue in the order of a model's doubt. */
@QuarkusTest
class FirstHourTest extends BrowserTest {
    private static final int FIRST_LABELS = 30;
    private static final int LABELS_BY_DOUBT = 12;

    @Inject
    EmptyInstallation installation;

    @TempDir
    Path folder;

    private FirstImages images;
    private long project;
    private ServedQueue queue;
    private Desk desk;

    @BeforeEach
    void nobodyWasHereYet() throws IOException {
        installation.restore();
        images = FirstImages.find(folder);
        desk = new Desk(visit);
    }

    @Test
    void from_set_up_to_a_queue_in_the_order_of_doubt() {
        createTheAdministrator();
        makeAProject();
        trainAfter(20);
        importTheImages();
        List<String> byChance = queue.inOrder();
        labelTheFirst();
        waitForTheModel();
        compareQueues(byChance);
        // So that the order stays as it is while it is followed.
        trainAfter(100);
        labelWhatTheModelDoubts();
        takeBackSkipAndCannotTell();
        Tour tour = new Tour(visit, project, number("select max(job_id) from round where project_id = ?"));
        tour.onAWideScreen();
        tour.onAPhone();
        pageThroughThePool();
    }

    private void createTheAdministrator() {
        visit.open("/");
        assertThat(visit.path()).isEqualTo("/setup");
        visit.look("setup");
        visit.find("#name").fill("Ada Lovelace");
        visit.find("#email").fill("ada@example.org");
        visit.find("#password").fill("a sentence is good");
        visit.find("#again").fill("a sentence is good");
        visit.press("Enter");
        visit.page().waitForURL("**/projects");
        assertThat(visit.find("h1")).hasText("No projects yet");
        visit.look("projects-empty");
    }

    private void makeAProject() {
        visit.find("main a[href='/projects/new']").click();
        visit.find("#name").fill("First hour");
        visit.press("Enter");
        images.labels().forEach(label -> {
            visit.find("#label").fill(label);
            visit.press("Enter");
        });
        assertThat(visit.find(".label-chip")).hasCount(images.labels().size());
        visit.look("wizard-labels");
        visit.press("Enter");
        visit.page().waitForURL("**/import");
        project = sql.number("select max(id) from project");
        queue = new ServedQueue(sql, project);
        visit.open("/projects/" + project + "/home");
        visit.look("home-empty");
    }

    private void importTheImages() {
        visit.open("/projects/" + project + "/import");
        Locator state = visit.filled("import-state");
        state.evaluate("chip => { window.states = [];"
                + " new MutationObserver(() => states.push(chip.textContent)).observe(chip, {childList: true}) }");
        visit.find("#files").setInputFiles(images.zip());
        assertThat(state).hasText(Pattern.compile("^done"));
        assertThat(visit.page().evaluate("window.states").toString()).contains("sending", "reading");
        assertThat(visit.filled("taken")).hasText(String.format("%,d", images.count()));
        assertThat(visit.find(".import-strip img")).not().hasCount(0);
        visit.look("import-done");
    }

    private void labelTheFirst() {
        visit.find("a:text-is('Label them')").click();
        desk.asks();
        visit.look("desk-first");
        for (int answered = 0; answered < FIRST_LABELS; answered++) {
            desk.labelTruly(images);
        }
        desk.waitUntilSaved();
        assertThat(desk.saved()).hasText(FIRST_LABELS + " saved");
        assertThat(number("select count(*) from annotation where project_id = ?"))
                .isEqualTo(FIRST_LABELS);
    }

    /** The round has begun by itself at the twentieth label; nobody presses a button. */
    private void waitForTheModel() {
        visit.open("/projects/" + project + "/home");
        visit.picture("home-round");
        assertThat(visit.filled("queue-note")).hasText("in the order of model 1");
        long measuredOn = number(
                "select control_labels::bigint from round where project_id = ? and model_version_id is not null");
        Locator accuracy = visit.find("[data-figure=accuracy]");
        if (measuredOn > 0) {
            assertThat(accuracy.locator(".value")).hasText(Pattern.compile("^\\d+\\.\\d%$"));
            assertThat(accuracy.locator(".note-line")).containsText(measuredOn + " control image");
        } else {
            assertThat(accuracy.locator(".value")).hasText("not measured yet");
            assertThat(accuracy.locator(".note-line")).containsText("control label");
        }
    }

    private void compareQueues(List<String> before) {
        List<String> after = queue.inOrder();
        List<String> chance = before.stream().filter(after::contains).toList();
        assertThat(after).containsExactlyInAnyOrderElementsOf(chance).isNotEqualTo(chance);
        assertThat(
                        number(
                                "select count(*) from (select q.score, lead(q.score) over (order by q.position) as next"
                                        + " from queue_entry q where q.project_id = ? and q.reason = 'doubt') pairs where next > score"))
                .as("images of higher score behind ones of lower")
                .isZero();
        assertThat(queue.outOfOrder()).as("images of higher score behind lower").isZero();
        assertThat(queue.unscored()).as("images that the model has not scored").isZero();
    }

    private void trainAfter(int labels) {
        visit.open("/projects/" + project + "/settings");
        visit.find("[name=retraining][value=labels]").check();
        visit.find("#retrain-after").fill(Integer.toString(labels));
        visit.press("Enter");
        assertThat(visit.find(".note-ok")).hasText("Saved.");
    }

    private void labelWhatTheModelDoubts() {
        List<String> order = queue.asServed().subList(0, LABELS_BY_DOUBT);
        List<String> served = new ArrayList<>();
        int explained = 0;
        desk.open(project);
        for (int answered = 0; answered < LABELS_BY_DOUBT; answered++) {
            String asked = desk.asks();
            served.add(asked);
            boolean control = sql.value(
                    "select arm = 'control' from image where project_id = ? and filename = ?",
                    Boolean.class,
                    project,
                    asked);
            if (desk.doubts().count() == 0) {
                assertThat(desk.why()).containsText("Your eyes first");
            } else {
                assertThat(control)
                        .as("the control arm is shown without doubts")
                        .isFalse();
                assertThat(desk.doubts()).hasCount(2);
                assertThat(desk.why()).containsText("Model doubt");
                assertThat(desk.why()).containsText("Data doubt");
                if (explained++ == 0) {
                    visit.look("desk-doubts");
                }
            }
            desk.labelTruly(images);
        }
        assertThat(served).as("the order in which the page asked").isEqualTo(order);
        assertThat(explained).as("images shown with their doubts").isPositive();
        desk.waitUntilSaved();
    }

    private void takeBackSkipAndCannotTell() {
        String first = desk.asks();
        desk.label(images.labels().get(0));
        visit.press("Control+z");
        desk.asks(first);
        assertThat(visit.find(".toast").last()).containsText("Took back");
        desk.waitUntilSaved();
        assertThat(state(first)).isEqualTo("waiting");
        String labelled = visit.filled("done").textContent();
        desk.answer("u");
        assertThat(visit.filled("done")).hasText(labelled);
        desk.waitUntilSaved();
        assertThat(state(first)).isEqualTo("cannot_tell");

        String second = desk.asks();
        desk.answer("Control+Space");
        desk.waitUntilSaved();
        assertThat(state(second)).isEqualTo("waiting");
        assertThat(queue.inOrder()).as("a skipped image waits at the end").endsWith(second);

        String third = desk.asks();
        visit.press("f");
        visit.find("#flag-note").fill("cut off");
        visit.lookEverywhere("desk-flag");
        visit.find("#flag-dialog button[type=submit]").click();
        assertThat(visit.find(".strip .past").last()).isVisible();
        desk.waitUntilSaved();
        assertThat(state(third)).isEqualTo("flagged");
        visit.look("desk-history");
    }

    private void pageThroughThePool() {
        visit.open("/projects/" + project + "/pool");
        Locator tiles = visit.find(".tiles a.tile");
        assertThat(tiles).hasCount(100);
        tiles.last().scrollIntoViewIfNeeded();
        assertThat(tiles).hasCount(200);
        visit.find("#state").selectOption("flagged");
        assertThat(tiles).hasCount(1);
        tiles.first().click();
        assertThat(visit.find("#viewer h2")).isVisible();
        visit.look("pool-viewer");
        visit.press("Escape");
    }

    private String state(String filename) {
        return sql.value(
                "select state from image where project_id = ? and filename = ?", String.class, project, filename);
    }

    private long number(String query) {
        return sql.number(query, project);
    }
}
