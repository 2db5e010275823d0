package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.doubtless.project.ProjectRole;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.PollenHistory;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

/** What a lead sees at home of a project with some rounds behind it, held against the raw tables. */
@QuarkusTest
class HomeChartsTest extends BrowserTest {
    private static final String SCRIPTS =
            "() => performance.getEntriesByType('resource').filter(entry => entry.name.endsWith('.js')).length";
    private static final double Z = 1.959963984540054;

    @Inject
    DiscsAndSquares pool;

    @Inject
    PollenHistory history;

    /** Those that have a model, oldest first. */
    private List<Integer> rounds;

    private int last;

    @Test
    void every_figure_is_that_of_the_tables() {
        history.make(260, 0.35, 20, 25, 35, 50);
        signIn(history.lead());
        int withoutCharts = ((Number) visit.page().evaluate(SCRIPTS)).intValue();
        visit.open("/projects/" + history.project() + "/home");
        Locator card = visit.find("[data-chart=learning-curve]");
        assertThat(card.locator(".chart-canvas[data-drawn] canvas")).isVisible();
        assertThat(((Number) visit.page().evaluate(SCRIPTS)).intValue())
                .as("the engine of the charts comes with the first chart only")
                .isGreaterThan(withoutCharts);

        JsonPath curve = get("/learning-curve");
        rounds = curve.getList("rounds.number", Integer.class);
        assertThat(rounds).hasSizeGreaterThan(2).hasSize((int)
                number("select count(*) from model_version where project_id = ?"));
        last = rounds.get(rounds.size() - 1);
        checkRounds(curve);
        checkClasses(curve);
        checkAdvice(curve);
        checkRoutes();
        visit.look("home-curve");
        Locator toggle = card.locator("[data-do=chart-table]");
        toggle.press("Enter");
        assertThat(toggle).hasAttribute("aria-pressed", "true");
        for (int k = 0; k < rounds.size(); k++) {
            Locator row = card.locator("tbody tr").nth(k);
            assertThat(row).containsText("Round " + rounds.get(k));
            assertThat(row).containsText(percent(curve.getDouble("rounds[" + k + "].accuracy.value")));
        }
        assertThat(card.locator("tbody tr").nth(rounds.size() - 1))
                .containsText(percent(right(last, "") / (double) images(last, "")));
        assertThat(card.locator("tbody tr")
                        .filter(new Locator.FilterOptions().setHasText("Forecast"))
                        .first())
                .isVisible();
        visit.look("home-curve-table");
        toggle.press("Enter");

        visit.find("[data-curve-over=minutes]").click();
        assertThat(visit.find("[data-curve-over=minutes]")).hasAttribute("aria-pressed", "true");
        visit.look("home-curve-minutes");
        visit.find("[data-curve-of=class]").click();
        visit.find("[data-curve-over=labels]").click();
        assertThat(card.locator("[role=img]"))
                .hasAttribute("aria-label", Pattern.compile("^The same for each class\\. Found least often is .*"));
        visit.look("home-classes");
        checkFile(card.locator("a[download]").getAttribute("href"), curve);
        visit.page().setViewportSize(390, 844);
        visit.page().waitForFunction("() => document.documentElement.scrollWidth === 390");
        visit.picture("home-classes-phone");
        visit.find("[data-curve-of=all]").click();
        visit.picture("home-curve-phone");
        visit.page().setViewportSize(1440, 900);
    }

    @Test
    void a_round_shows_by_itself_and_others_see_no_more_than_they_may() {
        pool.make(40, 30);
        pool.label(pool.control());
        pool.label(pool.active().subList(0, 4));
        signIn(pool.lead());
        visit.open("/projects/" + pool.project() + "/home");
        assertThat(visit.find(".curve-empty")).isVisible();
        assertThat(visit.find("[data-chart=learning-curve] .chart-tools")).isHidden();
        visit.look("home-no-curve");
        // Nothing on the page is pressed: the server tells it that something has changed.
        pool.round();
        assertThat(visit.find(".chart-canvas[data-drawn] canvas")).isVisible();
        assertThat(visit.find(".curve-empty")).isHidden();
        visit.look("home-one-round");

        TestPerson annotator = people.person("Annotator");
        projects.member(pool.project(), annotator.id(), ProjectRole.ANNOTATOR);
        JsonPath blind = annotator
                .api()
                .get("/api/projects/" + pool.project() + "/learning-curve")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(blind.getInt("rounds[0].controlImages") % 10).isZero();
        assertThat(blind.getInt("rounds[0].labels") % 10).isZero();
        assertThat(blind.<Object>get("labels")).isNull();
        assertThat(blind.getList("classes")).isEmpty();
        assertThat(blind.getList("ahead")).isEmpty();
        assertThat(annotator
                        .api()
                        .get("/api/projects/" + pool.project() + "/models/1")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .<Object>get("metrics.classes"))
                .isNull();
    }

    private void checkRounds(JsonPath curve) {
        for (int k = 0; k < rounds.size(); k++) {
            int right = right(rounds.get(k), "");
            int images = images(rounds.get(k), "");
            if (images == 0) {
                assertThat(k).as("only the newest keep their scores").isLessThan(rounds.size() - 2);
                continue;
            }
            assertThat(images).isGreaterThan(50);
            assertThat(curve.getInt("rounds[" + k + "].controlImages")).isEqualTo(images);
            checkShare(curve, "rounds[" + k + "].accuracy", right, images);
            assertThat(curve.getInt("rounds[" + k + "].labels"))
                    .isEqualTo(
                            number("select count(distinct image_id) from annotation a join image i on i.id = a.image_id"
                                    + " where a.project_id = ? and i.arm = 'active' and a.outcome = 'labelled' and a.id <= (select snapshot"
                                    + " from round r where r.project_id = a.project_id and r.number = " + rounds.get(k)
                                    + ")"));
        }
        assertThat(curve.getDouble("rounds[-1].minutes"))
                .isCloseTo(
                        number("select sum(milliseconds) from annotation where project_id = ?") / 60_000.0,
                        within(1e-6));
        int labels = (int)
                number("select count(*) from image where project_id = ? and arm = 'active' and state = 'labelled'");
        assertThat(curve.getInt("labels")).isEqualTo(labels);
        assertThat(curve.getDouble("minutesPerLabel"))
                .isCloseTo(
                        number("select sum(milliseconds) from annotation where project_id = ?") / 60_000.0 / labels,
                        within(1e-6));
        assertThat(visit.find("[data-figure=accuracy] .value"))
                .hasText(String.format(Locale.ROOT, "%.1f%%", 100.0 * right(last, "") / images(last, "")));
    }

    private void checkClasses(JsonPath curve) {
        List<String> names = curve.getList("classes.name");
        assertThat(names).hasSizeGreaterThan(5);
        for (int c = 0; c < names.size(); c++) {
            String ofClass = " and i.class_id = " + curve.getLong("classes[" + c + "].id");
            String at = "classes[" + c + "].rounds.find { it.number == " + last + " }";
            assertThat(curve.getInt(at + ".right")).as(names.get(c)).isEqualTo(right(last, ofClass));
            assertThat(curve.getInt(at + ".images")).as(names.get(c)).isEqualTo(images(last, ofClass));
            checkShare(curve, at + ".found", right(last, ofClass), images(last, ofClass));
        }
    }

    /** The gain is that of the curve that the same document draws. */
    private void checkAdvice(JsonPath curve) {
        JsonPath status = get("/status");
        assertThat(status.getInt("stopping.next.labels")).isEqualTo(100);
        assertThat(status.getDouble("stopping.next.gain.value")).isEqualTo(curve.getDouble("next.gain.value"));
        assertThat(status.getDouble("stopping.next.minutes"))
                .isCloseTo(100 * curve.getDouble("minutesPerLabel"), within(1e-6));
        double gain = curve.getDouble("next.gain.value");
        assertThat(visit.find("[data-fill=advice-detail]"))
                .containsText(String.format(
                        Locale.ROOT,
                        "the next 100 labels, about %d min, bring %.1f points of accuracy (%.1f to %.1f).",
                        Math.round(100 * curve.getDouble("minutesPerLabel")),
                        100 * gain,
                        100 * curve.getDouble("next.gain.low"),
                        100 * curve.getDouble("next.gain.high")));
        assertThat(visit.find("h1"))
                .hasText(
                        gain >= 0.01
                                ? "Keep labelling: the model is still getting better."
                                : "You may be nearly done: label one more round and look again.");
    }

    private void checkRoutes() {
        String high = " join image_score s on s.image_id = i.id and s.model_version_id = p.published_model"
                + " join route_threshold t on t.project_id = p.id where i.state = 'waiting' and p.id = ? and ";
        String count = "select count(*) from project p join image i on i.project_id = p.id" + high;
        assertThat(visit.filled("route-ask")).hasText(text(count + "s.epistemic >= t.model"));
        assertThat(visit.filled("route-second_reader"))
                .hasText(text(count + "s.epistemic < t.model and s.aleatoric >= t.data"));
        assertThat(visit.filled("route-automatic"))
                .hasText(text(count + "s.epistemic < t.model and s.aleatoric < t.data"));
        assertThat(visit.filled("route-better_image"))
                .hasText(text("select count(*) from image where state = 'cannot_tell' and project_id = ?"));
        assertThat(visit.find("[data-thumbnails=better_image] img").first()).isVisible();
    }

    private void checkFile(String path, JsonPath curve) {
        List<String> lines = history.lead()
                .bearer()
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(lines.get(0)).isEqualTo("kind,round,class,training_labels,minutes,accuracy,low,high,control_images");
        assertThat(lines.get(rounds.size()))
                .startsWith("measured,%d,,%d,".formatted(last, curve.getInt("rounds[-1].labels")))
                .contains("," + curve.getDouble("rounds[-1].accuracy.value") + ",")
                .endsWith("," + images(last, ""));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("forecast,"))
                .hasSize(curve.getList("ahead").size());
        assertThat(lines).filteredOn(line -> line.startsWith("class,")).hasSizeGreaterThan(20);
    }

    /** Wilson's interval, written out. */
    private static void checkShare(JsonPath document, String path, int right, int images) {
        double share = right / (double) images;
        double middle = (share + Z * Z / (2 * images)) / (1 + Z * Z / images);
        double half =
                Z / (1 + Z * Z / images) * Math.sqrt(share * (1 - share) / images + Z * Z / (4.0 * images * images));
        assertThat(document.getDouble(path + ".value")).as(path).isCloseTo(share, within(1e-6));
        assertThat(document.getDouble(path + ".low")).as(path).isCloseTo(middle - half, within(1e-6));
        assertThat(document.getDouble(path + ".high")).as(path).isCloseTo(middle + half, within(1e-6));
    }

    private JsonPath get(String path) {
        return history.lead()
                .api()
                .get("/api/projects/" + history.project() + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Control images that the model of a round is right on, counted in the raw tables. */
    private int right(int round, String more) {
        return (int) number(control(round) + " and s.prediction = i.class_id" + more);
    }

    private int images(int round, String more) {
        return (int) number(control(round) + more);
    }

    private static String control(int round) {
        return "select count(*) from round r join image_score s on s.model_version_id = r.model_version_id"
                + " join image i on i.id = s.image_id where r.project_id = ? and i.arm = 'control' and i.state = 'labelled'"
                + " and r.number = " + round;
    }

    private long number(String query) {
        return sql.number(query, history.project().value());
    }

    private String text(String query) {
        return String.format(Locale.ROOT, "%,d", number(query));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }
}
