package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.doubtless.demo.pollen.PollenSample;
import org.doubtless.demo.pollen.PollenSlides;
import org.doubtless.demo.pollen.Species;
import org.doubtless.project.ProjectId;
import org.doubtless.project.ProjectRole;
import org.doubtless.project.ProjectSettings;
import org.doubtless.support.TestJobs;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

/** A lead sees what the labels cost and where people differ, repairs what was labelled wrong, and replays it all. */
@QuarkusTest
class LabelQualityPageTest extends BrowserTest {
    private static final int GRAINS = 150;
    private static final int WRONG = 6;
    private static final LocatorAssertions.IsVisibleOptions LONG =
            new LocatorAssertions.IsVisibleOptions().setTimeout(Visit.PATIENCE);

    @Inject
    TestJobs jobs;

    private final List<Long> wrong = new ArrayList<>();
    private ProjectId project;
    private TestPerson lena;
    private TestPerson jonas;

    @Test
    void a_lead_repairs_labels_and_replays_the_order() {
        lena = people.person("Lena Vogt");
        jonas = people.person("Jonas Reuter");
        List<String> labels = Stream.of(Species.values()).map(Species::label).toList();
        project = projects.project(lena, new ProjectSettings(0.3, 10_000, 900, 10), labels.toArray(String[]::new));
        projects.member(project, jonas.id(), ProjectRole.LEAD);
        signIn(lena);
        visit.open("/projects/" + project + "/labels");
        assertThat(visit.filled("checked")).containsText("Not checked yet");
        visit.look("quality-empty");
        visit.open("/projects/" + project + "/replay");
        assertThat(visit.find("[data-chart-place]")).containsText("No replay yet");
        visit.look("replay-empty");

        label(labels);
        round();
        visit.open("/projects/" + project + "/labels");
        assertThat(visit.find("[data-person]")).hasCount(1);
        Locator cost = visit.find("#cost tbody tr").first();
        assertThat(cost.locator("td").nth(2))
                .hasText(sql.value(
                        "select to_char(sum(milliseconds) / 60000.0, 'FM990.0') from annotation a join project_class c"
                                + " on c.id = a.class_id where a.project_id = ? and c.position = 0",
                        String.class,
                        project.value()));
        visit.find("[data-do=check]").click();
        assertThat(visit.find(".suspect").first()).isVisible(LONG);
        visit.look("quality");
        visit.find(".review").evaluate("part => part.scrollIntoView()");
        visit.look("quality-review");
        repair();
        visit.page().setViewportSize(390, 844);
        assertThat(visit.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
        visit.picture("quality-phone");
        visit.page().setViewportSize(1440, 900);

        visit.open("/projects/" + project + "/replay");
        visit.find("[data-do=replay]").click();
        assertThat(visit.find("[data-replay-job]")).isVisible();
        visit.look("replay-running");
        assertThat(visit.find("[data-replay-figures]")).isVisible(LONG);
        assertThat(visit.find("[data-drawn]")).isVisible();
        visit.look("replay");
        visit.find("[data-do=chart-table]").click();
        assertThat(visit.find(".chart-table tbody tr").first()).containsText("10");
        visit.look("replay-table");
        visit.page().setViewportSize(390, 844);
        visit.open("/projects/" + project + "/replay");
        assertThat(visit.find("[data-drawn]")).isVisible();
        assertThat(visit.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
        visit.picture("replay-phone");
    }

    /** One is corrected by the key of its label, one kept, and taken back. */
    private void repair() {
        long first = Long.parseLong(visit.find(".suspect").first().getAttribute("data-image"));
        Locator item = visit.find(".suspect[data-image=\"" + first + "\"]");
        String key = item.locator("[data-correct]").getAttribute("data-correct");
        String label = item.locator("[data-correct] .grow").textContent();
        item.locator("[data-keep]").focus();
        visit.press(key);
        assertThat(item).hasCount(0);
        assertThat(sql.value(
                        "select c.name from image i join project_class c on c.id = i.class_id where i.id = ?",
                        String.class,
                        first))
                .isEqualTo(label);
        long second = Long.parseLong(visit.find(".suspect").first().getAttribute("data-image"));
        Locator other = visit.find(".suspect[data-image=\"" + second + "\"]");
        other.locator("[data-keep]").focus();
        visit.press("k");
        assertThat(other).hasCount(0);
        assertThat(sql.number(
                        "select count(*) from annotation where image_id = ? and purpose = 'adjudication'", second))
                .isEqualTo(1);
        visit.find(".toast button").click();
        assertThat(other).hasCount(1);
    }

    private void label(List<String> labels) {
        var upload = lena.bearer();
        Map<String, String> truth = new java.util.HashMap<>();
        List<PollenSample> grains = PollenSlides.stream(11, 3 * GRAINS)
                .filter(grain -> grain.truth().isPresent())
                .limit(GRAINS)
                .toList();
        for (PollenSample grain : grains) {
            truth.put(grain.filename(), grain.truth().orElseThrow().label());
            upload.multiPart("files", grain.filename(), grain.image(), "image/jpeg");
        }
        jobs.await(
                lena,
                upload.post("/api/projects/" + project + "/images")
                        .then()
                        .statusCode(202)
                        .extract()
                        .jsonPath()
                        .getLong("job"));
        for (String filename : truth.keySet()) {
            long image =
                    sql.number("select id from image where project_id = ? and filename = ?", project.value(), filename);
            boolean active = sql.number("select count(*) from image where id = ? and arm = 'active'", image) == 1;
            boolean slip = active && wrong.size() < WRONG;
            String right = truth.get(filename);
            if (slip) {
                wrong.add(image);
            }
            String said = slip ? labels.get((labels.indexOf(right) + 1) % labels.size()) : right;
            jonas.api()
                    .body(Map.of(
                            "image",
                            image,
                            "outcome",
                            "labelled",
                            "label",
                            said,
                            "milliseconds",
                            3000 + 100 * (image % 40),
                            "clientKey",
                            UUID.randomUUID().toString()))
                    .post("/api/projects/" + project + "/annotations")
                    .then()
                    .statusCode(201);
        }
    }

    private void round() {
        jobs.await(
                lena,
                lena.api()
                        .post("/api/projects/" + project + "/rounds")
                        .then()
                        .statusCode(202)
                        .extract()
                        .jsonPath()
                        .getLong("job"));
        // What was under way may have been the round of the import, which has no labels to learn from.
        jobs.awaitModel(project);
    }
}
