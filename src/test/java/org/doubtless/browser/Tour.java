package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.util.LinkedHashMap;
import java.util.Map;

/** Walks through all pages of a project that is at work, on a wide screen and on a phone. */
final class Tour {
    private final Visit visit;
    private final Map<String, String> pages = new LinkedHashMap<>();

    Tour(Visit visit, long project, long round) {
        this.visit = visit;
        String home = "/projects/" + project;
        pages.put("projects", "/projects");
        pages.put("home", home + "/home");
        pages.put("desk", home + "/label");
        pages.put("pool", home + "/pool");
        pages.put("import", home + "/import");
        pages.put("project-jobs", home + "/jobs");
        pages.put("settings", home + "/settings");
        pages.put("jobs", "/jobs");
        pages.put("job", "/jobs/" + round);
        pages.put("people", "/people");
        pages.put("tokens", "/account/tokens");
        pages.put("wizard", "/projects/new");
        pages.put("not-found", "/projects/0/home");
    }

    /** Takes the pictures of every page in both themes, and examines them. */
    void onAWideScreen() {
        visit.expectComplaint("404");
        pages.forEach((name, path) -> {
            go(path);
            visit.look(name);
        });
    }

    /** No page may be wider than a phone. */
    void onAPhone() {
        visit.page().setViewportSize(390, 844);
        pages.forEach((name, path) -> {
            go(path);
            visit.picture(name + "-phone");
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth"))
                    .as("width of the page " + name + " on a phone")
                    .isEqualTo(390);
        });
        visit.page().setViewportSize(1440, 900);
    }

    private void go(String path) {
        visit.open(path);
        assertThat(visit.find("h1").first()).not().isEmpty();
        visit.page().waitForLoadState(LoadState.NETWORKIDLE);
    }
}
