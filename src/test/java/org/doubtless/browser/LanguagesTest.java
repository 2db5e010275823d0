package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.doubtless.support.DiscsAndSquares;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

/** Every page in both languages and both themes: nothing stands in the way of whoever reads it, and no word is left over. */
@QuarkusTest
class LanguagesTest extends BrowserTest {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{4,}");
    /** What a page takes from its people, or from programs: it is the same in every language. */
    private static final Pattern TAKEN_OVER =
            Pattern.compile("Project [0-9a-f-]{36}|[\\w.+-]+@[\\w.-]+|\\S*[_/\\\\]\\S*"
                    + "|\\b(disc|square|test)\\b|\\b[0-9a-f]{64}\\b|create-account|[\\w-]+\\.(zip|png|jpe?g|csv)\\b");

    private static final Set<String> NAMES = Set.of(
            "Doubtless",
            "JPEG",
            "TIFF",
            "WebP",
            "JSON",
            "COCO",
            "Enter",
            "Space",
            "ctrl",
            "shift",
            "Cohen",
            "Krippendorff",
            "Fleiss",
            "alpha",
            "kappa",
            "Brier",
            "cron",
            "Asia",
            "Shanghai",
            "Europe",
            "Berlin",
            "English",
            "Hans",
            "Label",
            "Studio",
            "CVAT",
            "Prodigy",
            "doccano",
            "Authorization",
            "Bearer",
            "Java",
            "EJML",
            "auto",
            "Linux");

    /** Names that people gave, in this test or in another. */
    private static final String GIVEN = "select string_agg(given, chr(10)) from (select name as given from project"
            + " union select name from account union select title from job where kind = 'test') names";

    /** All that is read or read out: texts that are shown, names, titles and hints. */
    private static final String TEXTS = """
            () => {
              const texts = [document.title];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const parent = walk.currentNode.parentElement;
                if (parent.closest('script, style, code, pre, [lang=en], [translate=no]') === null) texts.push(walk.currentNode.data);
              }
              for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], img[alt]'))
                if (element.closest('[lang=en]') === null)
                  for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
                    texts.push(element.getAttribute(name) ?? '');
              return texts.map(text => text.trim()).filter(text => text !== '');
            }
            """;

    @Inject
    DiscsAndSquares pool;

    @Test
    void every_page_can_be_read_in_both_languages() {
        // The images of the test have not the size that their rows claim.
        visit.expectComplaint("status of 409.*/screen");
        pool.make(20, 4);
        pool.label(pool.active().subList(0, 6));
        pool.round();
        TestPerson admin = people.administrator("Ada Lovelace");
        visit.open("/login");
        choose("zh");
        List<String> english = new ArrayList<>(leftOver("login"));
        visit.examine("zh login", ColorScheme.LIGHT);
        visit.examine("zh login", ColorScheme.DARK);
        signIn(admin);
        Map<String, String> pages = pages();
        pages.forEach((name, path) -> {
            visit.open(path);
            assertThat(visit.find("html")).hasAttribute("lang", "zh-Hans");
            assertIsFilled(name);
            english.addAll(leftOver(name));
            visit.picture("zh-" + name);
            // What the colours do, they do in either language.
            visit.examine("zh " + name, ColorScheme.LIGHT);
            visit.examine("zh " + name, ColorScheme.DARK);
            assertFits(name);
        });
        visit.expectComplaint("status of 404");
        visit.open("/projects/999999999/home");
        english.addAll(leftOver("not found"));
        assertThat(english).as("English on Chinese pages").isEmpty();
        visit.open("/projects");
        visit.find(".avatar").click();
        choose("en");
        assertThat(visit.find("h1")).hasText("Projects");
        pages.forEach((name, path) -> {
            visit.open(path);
            assertThat(visit.find("html")).hasAttribute("lang", "en");
            assertIsFilled(name);
            visit.examine(name, ColorScheme.LIGHT);
            assertFits(name);
        });
    }

    private Map<String, String> pages() {
        String project = "/projects/" + pool.project();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("projects", "/projects");
        pages.put("wizard", "/projects/new");
        pages.put("home", project + "/home");
        pages.put("desk", project + "/label");
        pages.put("grid", project + "/grid");
        pages.put("pool", project + "/pool");
        pages.put("import", project + "/import");
        pages.put("models", project + "/models");
        pages.put("model", project + "/models/1");
        pages.put("doubts", project + "/maps/doubts");
        pages.put("likeness", project + "/maps/likeness");
        pages.put("labels", project + "/labels");
        pages.put("own", project + "/labels/own");
        pages.put("decide", project + "/disagreements");
        pages.put("export", project + "/export");
        pages.put("project-jobs", project + "/jobs");
        pages.put("settings", project + "/settings");
        pages.put("jobs", "/jobs");
        pages.put("people", "/people");
        pages.put("account", "/account");
        pages.put("tokens", "/account/tokens");
        pages.put("keys", "/account/keys");
        return pages;
    }

    private void choose(String language) {
        visit.find("button[name=language][value=" + language + "]:visible").click();
        assertThat(visit.find("button[name=language][value=" + language + "]").first())
                .hasAttribute("aria-pressed", "true");
    }

    private List<String> leftOver(String name) {
        List<?> texts = (List<?>) visit.page().evaluate(TEXTS);
        Set<String> given = Set.of(sql.value(GIVEN, String.class).split("\n"));
        return texts.stream()
                .map(String::valueOf)
                .distinct()
                .filter(text -> !given.contains(text))
                .filter(text -> given.stream().noneMatch(one -> one.contains(" ") && text.endsWith("，" + one)))
                .filter(text -> WORD.matcher(TAKEN_OVER.matcher(text).replaceAll(" "))
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(word -> !NAMES.contains(word)))
                .map(text -> name + ": " + text)
                .toList();
    }

    /** What the page's script has to write is there. */
    private void assertIsFilled(String name) {
        switch (name) {
            case "home" -> assertThat(visit.filled("advice")).not().isEmpty();
            case "desk" -> assertThat(visit.find(".stage-view img")).isVisible();
            case "grid" ->
                assertThat(visit.find(".stage-message .t16, .sheet-tiles > *").first())
                        .isVisible();
            case "pool" -> assertThat(visit.find(".tile img").first()).isVisible();
            case "jobs", "project-jobs" ->
                assertThat(visit.filled("jobs")).not().isEmpty();
            case "keys" -> assertThat(visit.find(".keys .cap").first()).isVisible();
            default -> assertThat(visit.find("main")).isVisible();
        }
    }

    /** No text pushes the page wider than the window. */
    private void assertFits(String name) {
        assertThat((Boolean) visit.page()
                        .evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(name)
                .isTrue();
    }
}
