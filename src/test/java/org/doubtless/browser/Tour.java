package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;

/** Walks through all pages of a project that is at work, on a wide screen and on a phone. */
final class Tour {
    private final Visit visit;
    private final List<Stop> stops;

    /** @param shown what stands on the page once it is whole */
    private record Stop(String name, String path, String shown) {}

    Tour(Visit visit, long project, long round) {
        this.visit = visit;
        String home = "/projects/" + project;
        stops = List.of(
                new Stop("projects", "/projects", "tbody tr"),
                new Stop("home", home + "/home", ".chart-canvas[data-drawn], .curve-empty"),
                new Stop("desk", home + "/label", ".stage-view img"),
                new Stop("pool", home + "/pool", ".tiles a.tile"),
                new Stop("import", home + "/import", ".drop"),
                new Stop("project-jobs", home + "/jobs", "tbody tr"),
                new Stop("settings", home + "/settings", "form"),
                new Stop("jobs", "/jobs", "tbody tr"),
                new Stop("job", "/jobs/" + round, ".log:not(:empty)"),
                new Stop("people", "/people", "tbody tr"),
                new Stop("account", "/account", "form"),
                new Stop("tokens", "/account/tokens", "form"),
                new Stop("wizard", "/projects/new", "#name"),
                new Stop("not-found", "/projects/0/home", "h1"));
    }

    /** Takes the pictures of every page in both themes, and examines them. */
    void onAWideScreen() {
        visit.expectComplaint("404");
        for (Stop stop : stops) {
            go(stop);
            visit.look(stop.name());
        }
    }

    /** No page may be wider than a phone. */
    void onAPhone() {
        visit.page().setViewportSize(390, 844);
        for (Stop stop : stops) {
            go(stop);
            visit.picture(stop.name() + "-phone");
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth"))
                    .as("width of the page " + stop.name() + " on a phone")
                    .isEqualTo(390);
        }
        visit.page().setViewportSize(1440, 900);
    }

    private void go(Stop stop) {
        visit.open(stop.path());
        assertThat(visit.find(stop.shown())
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first())
                .isVisible();
    }
}
