package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.PollenHistory;
import org.junit.jupiter.api.Test;

/** What the page of a model says of its quality, held against the raw tables. */
@QuarkusTest
class QualityPageTest extends BrowserTest {
    /** The labelled control images with what the newest model says of each, and how sure it is. */
    private static final String CHECKED = """
            with checked as (
              select i.id, i.class_id as truth, s.prediction, i.class_id = s.prediction as correct,
                     (select max(p) from unnest(s.probabilities) p)::float8 as sure
              from image i join image_score s on s.image_id = i.id
              join model_version m on m.id = s.model_version_id and m.project_id = i.project_id
              where i.project_id = ? and i.arm = 'control' and i.state = 'labelled'
                and m.number = (select max(number) from model_version where project_id = i.project_id))
            """;

    /** Numbers of the document are read to seven digits. */
    private static final double ROUNDED = 1e-6;

    @Inject
    PollenHistory history;

    @Inject
    DiscsAndSquares pool;

    private String model;

    @Test
    void every_figure_is_that_of_the_tables() {
        history.make(240, 0.45, 40, 50);
        long number = sql.number(
                "select max(number)::bigint from model_version where project_id = ?",
                history.project().value());
        model = "/models/" + number;
        signIn(history.lead());
        visit.open("/projects/" + history.project() + model);
        assertThat(visit.find(".chart-canvas[data-drawn] canvas")).hasCount(2);
        JsonPath quality = get("/quality").jsonPath();
        long images = count("");
        long right = count("where correct");
        assertThat(images).isGreaterThan(60);
        assertThat(visit.filled("mistakes-say"))
                .containsText("%d of %d control images are right (".formatted(right, images));
        assertThat(quality.getLong("right")).isEqualTo(right);
        visit.look("model-quality");
        checkMatrix();
        checkClasses(quality);
        checkPercentages(quality);
        checkAnswering(quality, images);
        for (String chart : List.of("percentages", "answering")) {
            visit.find("[data-chart=" + chart + "] [data-do=chart-table]").click();
        }
        assertThat(visit.find("[data-chart=percentages] tbody tr"))
                .hasCount(quality.getList("reliability").size());
        visit.look("model-quality-tables");
        for (String chart : List.of("mistakes", "percentages", "answering", "classes")) {
            List<String> lines =
                    get("/quality/" + chart + ".csv").asString().lines().toList();
            assertThat(lines).as(chart).hasSizeGreaterThan(2);
        }
        visit.page().setViewportSize(390, 844);
        visit.page().waitForFunction("() => document.documentElement.scrollWidth === 390");
        visit.picture("model-quality-phone");
        visit.page().setViewportSize(1440, 900);
    }

    @Test
    void without_a_control_label_it_says_so() {
        pool.make(20, 4);
        pool.label(pool.active().subList(0, 6));
        pool.round();
        signIn(pool.lead());
        visit.open("/projects/" + pool.project() + "/models/1");
        assertThat(visit.find("[data-chart=percentages] .chart-empty")).containsText("Not to be measured.");
        assertThat(visit.find("[data-mistakes]")).isHidden();
        visit.look("model-unmeasured");
    }

    private void checkMatrix() {
        Locator cells = visit.find(".matrix-cell");
        assertThat((long) cells.count()).isEqualTo(count("", "(select distinct truth, prediction from checked) pairs"));
        Locator wrong = visit.find(".matrix-cell:not(.matrix-right)").first();
        assertThat(wrong).hasAttribute("aria-label", Pattern.compile(".* taken for .*"));
        int shown = Integer.parseInt(wrong.textContent());
        String[] names = wrong.getAttribute("aria-label").split(" taken for |:");
        assertThat((long) shown)
                .isEqualTo(
                        count("where truth = (select id from project_class where project_id = ? and name = '" + names[0]
                                + "') and prediction = (select id from project_class where project_id = "
                                + history.project() + " and name = '" + names[1] + "')"));
        wrong.click();
        assertThat(visit.find(".matrix-images li")).hasCount(shown);
        assertThat(visit.find("[data-mistakes-images] h3")).containsText(names[0] + " taken for " + names[1]);
        visit.look("model-quality-images");
        visit.find("[data-mistakes-images] header a").click();
        assertThat(visit.find(".tiles li[data-arm=control]")).hasCount(shown);
        assertThat(visit.find("[data-fill=prediction]")).containsText("taken for " + names[1]);
        visit.look("pool-of-a-cell");
        visit.find("[data-do=clear-prediction]").click();
        assertThat(visit.find(".tiles li")).not().hasCount(shown);
        visit.open("/projects/" + history.project() + model);
        assertThat(visit.find(".chart-canvas[data-drawn] canvas")).hasCount(2);
    }

    private void checkClasses(JsonPath quality) {
        for (int c = 0; c < quality.getList("classes").size(); c++) {
            String at = "classes[" + c + "].";
            long id = quality.getLong(at + "id");
            assertThat(quality.getLong(at + "images")).isEqualTo(count("where truth = " + id));
            assertThat(quality.getLong(at + "right")).isEqualTo(count("where correct and truth = " + id));
            assertThat(quality.getLong(at + "said")).isEqualTo(count("where prediction = " + id));
        }
        assertThat(visit.find("[data-classes-place] tbody tr"))
                .hasCount(quality.getList("classes").size());
    }

    private void checkPercentages(JsonPath quality) {
        assertThat(quality.<Object>get("averageGap"))
                .as("of fewer than 300 images")
                .isNull();
        for (int b = 0; b < quality.getList("reliability").size(); b++) {
            String at = "reliability[" + b + "].";
            String within = "where least(15, ceil(sure * 15)) = " + Math.round(15 * quality.getDouble(at + "high"));
            assertThat(quality.getLong(at + "images")).isEqualTo(count(within));
            assertThat(quality.getLong(at + "right")).isEqualTo(count(within + " and correct"));
            assertThat(quality.getDouble(at + "confidence"))
                    .isCloseTo(
                            sql.value(CHECKED + "select avg(sure) from checked " + within, Double.class, id()),
                            within(1e-5));
        }
    }

    private void checkAnswering(JsonPath quality, long images) {
        int steps = quality.getList("answering").size();
        for (int step : new int[] {steps / 3, steps / 2, steps - 1}) {
            String at = "answering[" + step + "].";
            long answered = quality.getLong(at + "answered");
            double least = quality.getDouble(at + "least");
            assertThat(quality.getDouble(at + "coverage")).isCloseTo(answered / (double) images, within(1e-6));
            long surer = count("where sure > " + (least + ROUNDED));
            long atLeast = count("where sure >= " + (least - ROUNDED));
            assertThat(answered).isBetween(surer, atLeast);
            assertThat(quality.getDouble(at + "wrong"))
                    .isBetween((double) count("where not correct and sure > " + (least + ROUNDED)), (double)
                            count("where not correct and sure >= " + (least - ROUNDED)));
        }
        assertThat(quality.getDouble("answering[-1].risk.value"))
                .isCloseTo(count("where not correct") / (double) images, within(1e-6));
    }

    private Response get(String path) {
        return history.lead()
                .bearer()
                .get("/api/projects/" + history.project() + model + path)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private long count(String where) {
        return count(where, "checked");
    }

    private long count(String where, String from) {
        String query = CHECKED + "select count(*) from " + from + " " + where.replace("= ?", "= " + id());
        return sql.number(query, id());
    }

    private long id() {
        return history.project().value();
    }
}
