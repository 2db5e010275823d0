package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doubtless.demo.pollen.PollenSample;
import org.doubtless.demo.pollen.PollenSlides;
import org.doubtless.demo.pollen.Species;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

/** Two people label the same images at once, without knowing of each other; a lead decides where they differ. */
@QuarkusTest
class ReadersPageTest extends BrowserTest {
    private static final int IMAGES = 12;
    private static final int DISPUTED = 3;
    private static final int MOST_TURNS = 10 * IMAGES;

    private final Map<String, String> truth = new HashMap<>();
    private ProjectId project;
    private TestPerson lead;

    @Test
    void two_label_at_once_and_a_lead_decides_where_they_differ() {
        visit.expectComplaint("status of 400");
        lead = people.person("Lena Voss");
        List<String> labels = Stream.of(Species.values()).map(Species::label).toList();
        project = projects.project(lead, labels.toArray(String[]::new));
        fillPool();
        signIn(lead);
        askTwoReaders();
        visit.open("/projects/" + project + "/labels");
        assertThat(visit.find("#agreement .table-empty")).containsText("Nobody has read the same image");
        visit.look("labels-empty");

        try (Visit anns = elsewhere("localhost");
                Visit bens = elsewhere("127.0.0.1")) {
            Reader ann = reader(anns, "Ann Ito");
            Reader ben = reader(bens, "Ben Okafor");
            for (int turn = 0; turn < MOST_TURNS && waiting() > 0; turn++) {
                ann.answerOne(false);
                ben.answerOne(true);
            }
            anns.assertFlawless();
            bens.assertFlawless();
        }
        assertThat(waiting()).isZero();
        assertThat(count("state = 'disagreement'")).isEqualTo(DISPUTED);
        assertThat(sql.number("select count(*) from annotation where project_id = ?", project.value()))
                .as("everybody once, nobody twice")
                .isEqualTo(2 * IMAGES);

        decideAll();
        visit.open("/projects/" + project + "/labels");
        assertThat(visit.find(".agreement-say").first()).containsText("Readers agree on 9 of 12 images, 75 %");
        assertThat(visit.find(".table").last()).containsText("Ann Ito, Ben Okafor");
        visit.look("labels");
        visit.find("[data-better-link]").click();
        assertThat(visit.find(".tile")).hasCount(1);
        assertThat(visit.find("[data-better-images]")).isVisible();
        visit.look("pool-better-image");
        visit.open("/projects/" + project + "/labels");
        visit.page().setViewportSize(390, 844);
        visit.look("labels-phone");
    }

    private void askTwoReaders() {
        visit.open("/projects/" + project + "/settings");
        visit.find("#overlap").fill("two");
        visit.find("#overlap").press("Enter");
        assertThat(visit.find("#overlap-error")).hasText("Give a whole number from 1 to 9.");
        assertThat(visit.find("#overlap")).isFocused();
        visit.find("#overlap").fill("2");
        visit.find("#overlap").press("Enter");
        assertThat(visit.find(".note-ok")).isVisible();
        assertThat(visit.find("#overlap")).hasValue("2");
        visit.find("#readers").evaluate("card => card.scrollIntoView()");
        visit.look("settings-readers");
        setThresholds();
    }

    private void setThresholds() {
        visit.find("[name=thresholds][value=hand]").check();
        visit.find("#data-threshold").fill("2");
        visit.find("#data-threshold").press("Enter");
        assertThat(visit.find("#data-threshold-error")).hasText("Give a number from 0.00 to 1.00.");
        visit.find("#data-threshold").fill("0.3");
        visit.find("#data-threshold").press("Enter");
        assertThat(visit.find(".note-ok")).isVisible();
        assertThat(visit.find("[data-in-force]")).hasText("High now: model doubt from 0.12, data doubt from 0.30.");
        visit.find("#routes").evaluate("card => card.scrollIntoView()");
        visit.look("settings-routes");
    }

    private void decideAll() {
        visit.open("/projects/" + project + "/labels");
        visit.find(".head .btn-primary").click();
        visit.page().waitForURL("**/disagreements");
        assertThat(visit.filled("left")).hasText("3 images to decide");
        assertThat(visit.find(".vote")).hasCount(2);
        assertThat(visit.find(".votes")).containsText("Reader 1");
        assertThat(visit.find(".votes")).not().containsText("Ann");
        visit.look("decide");
        String fitted = visit.find(".tools .zoom").textContent();
        visit.press("+");
        assertThat(visit.find(".tools .zoom")).not().hasText(fitted);
        visit.press("i");
        assertThat(visit.find(".stage-view img")).hasCSS("filter", Pattern.compile(".*invert\\(1\\)"));
        visit.look("decide-zoomed");
        visit.press("Shift+I");
        visit.press("Control+0");
        assertThat(visit.find(".tools .zoom")).hasText(fitted);
        visit.page().setViewportSize(1024, 768);
        visit.look("decide-1024");
        visit.page().setViewportSize(390, 844);
        visit.look("decide-phone");
        visit.page().setViewportSize(1440, 900);
        visit.press("n");
        assertThat(visit.find(".votes")).containsText("Ann Ito");
        assertThat(visit.find(".votes")).containsText("Ben Okafor");
        visit.look("decide-names");

        String first = visit.filled("filename").textContent();
        decide();
        assertThat(visit.filled("left")).hasText("2 images to decide");
        assertThat(count("state = 'disagreement'")).isEqualTo(2);
        visit.press("Control+z");
        assertThat(visit.filled("filename")).hasText(first);
        assertThat(count("state = 'disagreement'")).isEqualTo(3);
        visit.press("ArrowRight");
        assertThat(visit.filled("filename")).not().hasText(first);
        visit.press("u");
        assertThat(visit.filled("left")).hasText("2 images to decide");
        decide();
        assertThat(visit.filled("left")).hasText("1 image to decide");
        decide();
        assertThat(visit.find(".stage-message")).containsText("Nothing to decide");
        assertThat(count("state = 'disagreement'")).isZero();
        assertThat(count("state = 'cannot_tell'")).isEqualTo(1);
        visit.look("decide-done");
    }

    /** By the key of the true label. */
    private void decide() {
        visit.press(keyOf(visit, truth.get(visit.filled("filename").textContent())));
    }

    private static String keyOf(Visit visit, String label) {
        return visit.find(".label-button[data-label=\"" + label + "\"]").getAttribute("data-key");
    }

    private Reader reader(Visit visit, String name) {
        TestPerson person = people.person(name);
        projects.member(project, person.id(), ProjectRole.ANNOTATOR);
        signIn(visit, person);
        visit.open("/projects/" + project + "/label");
        return new Reader(visit, new Desk(visit));
    }

    private record Answered(String filename, boolean disputed) {}

    private final class Reader {
        private final Visit visit;
        private final Desk desk;

        Reader(Visit visit, Desk desk) {
            this.visit = visit;
            this.desk = desk;
        }

        /** Answers the image on the desk; where there is none, looks again, as people do. */
        void answerOne(boolean differs) {
            Locator filename = visit.filled("filename");
            assertThat(visit.find(".stage-meta [data-fill=filename]:not(:empty), .stage-message:not([hidden])")
                            .first())
                    .isVisible();
            String name = filename.textContent();
            if (name.isEmpty()) {
                visit.open("/projects/" + project + "/label");
                return;
            }
            Answered answered = new Answered(name, name.compareTo(filename(DISPUTED)) < 0);
            String right = truth.get(name);
            String label = differs && answered.disputed() ? another(right) : right;
            visit.press(keyOf(visit, label));
            assertThat(filename).not().hasText(name);
            desk.waitUntilSaved();
        }
    }

    private static String another(String label) {
        return Stream.of(Species.values())
                .map(Species::label)
                .filter(other -> !other.equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static String filename(int index) {
        return "grain-%02d.jpg".formatted(index);
    }

    private void fillPool() {
        List<PollenSample> grains = PollenSlides.stream(7, 4 * IMAGES)
                .filter(grain -> grain.truth().isPresent())
                .limit(IMAGES)
                .toList();
        for (int k = 0; k < IMAGES; k++) {
            byte[] bytes = grains.get(k).image();
            truth.put(filename(k), grains.get(k).truth().orElseThrow().label());
            long image = sql.number(
                    "insert into image (project_id, sha256, filename, media_type, width, height, byte_count, arm,"
                            + " imported_at) values (?, decode(md5(random()::text), 'hex'), ?, 'image/jpeg', ?, ?, ?,"
                            + " 'active', now()) returning id",
                    project.value(),
                    filename(k),
                    PollenSlides.SIZE,
                    PollenSlides.SIZE,
                    bytes.length);
            sql.update("insert into image_content (image_id, content) values (?, ?)", image, bytes);
            sql.update(
                    "insert into queue_entry (project_id, generation, image_id, position, reason)"
                            + " select id, queue_generation, ?, ?, 'unscored' from project where id = ?",
                    image,
                    (k + 1.0) / (IMAGES + 1),
                    project.value());
        }
    }

    private long waiting() {
        return count("state = 'waiting'");
    }

    private long count(String condition) {
        return sql.number("select count(*) from image where project_id = ? and " + condition, project.value());
    }
}
