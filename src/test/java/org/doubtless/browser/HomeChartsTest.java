package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.doubtless.support.DiscsAndSquares;
import org.junit.jupiter.api.Test;

/** What a lead sees at home of a project with some rounds behind it, held against the raw tables. */
@QuarkusTest
class HomeChartsTest extends BrowserTest {
    private static final String SCRIPTS =
            "() => performance.getEntriesByType('resource').filter(entry => entry.name.endsWith('.js')).length";

    @Inject
    DiscsAndSquares pool;

    @Test
    void the_learning_curve_is_drawn_and_is_a_table_and_a_file() {
        pool.make(40, 30);
        pool.label(pool.control().subList(0, 24));
        pool.mislabel(pool.control().subList(24, 30));
        pool.label(pool.active().subList(0, 4));
        pool.round();
        pool.label(pool.active().subList(4, 12));
        pool.round();
        signIn(pool.lead());
        int withoutCharts = ((Number) visit.page().evaluate(SCRIPTS)).intValue();

        visit.open("/projects/" + pool.project() + "/home");
        Locator card = visit.find("[data-chart=learning-curve]");
        assertThat(card.locator(".chart-canvas[data-drawn] canvas")).isVisible();
        assertThat(card.locator("[role=img]"))
                .hasAttribute(
                        "aria-label",
                        "Accuracy on the control arm over labels given: %s at 4 labels, %s at 12."
                                .formatted(right(1), right(2)));
        assertThat(((Number) visit.page().evaluate(SCRIPTS)).intValue())
                .as("the engine of the charts comes with the first chart only")
                .isGreaterThan(withoutCharts);
        visit.look("home-curve");

        Locator toggle = card.locator("[data-do=chart-table]");
        toggle.press("Enter");
        assertThat(toggle).hasAttribute("aria-pressed", "true");
        assertThat(card.locator("tbody tr")).hasCount(2);
        for (int round = 1; round <= 2; round++) {
            assertThat(card.locator("tbody tr").nth(round - 1)).containsText(right(round));
        }
        visit.look("home-curve-table");
        toggle.press("Enter");
        assertThat(card.locator(".chart-canvas[data-drawn] canvas")).isVisible();

        List<String> lines = pool.lead()
                .bearer()
                .get(card.locator("a[download]").getAttribute("href"))
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("round,training_labels,accuracy,low,high,control_images");
        assertThat(lines.get(2)).startsWith("2,12,").endsWith(",30");
    }

    /** The share of the control images that a round's model is right on, counted in the raw tables. */
    private String right(int round) {
        double share = sql.value(
                "select avg((s.prediction = i.class_id)::int)::float8 from round r"
                        + " join image_score s on s.model_version_id = r.model_version_id join image i on i.id = s.image_id"
                        + " where r.project_id = ? and r.number = ? and i.arm = 'control' and i.state = 'labelled'",
                Double.class,
                pool.project().value(),
                round);
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }
}
