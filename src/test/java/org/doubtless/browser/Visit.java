package org.doubtless.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One visitor with cookies of their own, and a record of all that the browser found wrong with the pages. */
final class Visit implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    /** Background work ends when it ends; the bound only stops a test that would wait for ever. */
    static final double PATIENCE = 120_000;

    /** The other theme is the same page with the same words in other colours: of axe's rules these look at them. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final int[][] SMALL_SCREENS = {{1024, 768}, {390, 844}};

    private static final String SEEN_IMAGES_ARE_THERE = "() => [...document.images]"
            + ".every(image => image.complete || image.getBoundingClientRect().top > innerHeight)";
    private static final String REPORT_VIOLATIONS =
            "document.addEventListener('securitypolicyviolation', e => reportViolation("
                    + "`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`))";

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();

    Visit(Browser browser, String address) {
        this.address = address;
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(1440, 900)
                .setLocale("en-GB")
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE);
        context.exposeBinding(
                "reportViolation", (source, words) -> complaints.add("content security policy: " + words[0]));
        context.addInitScript(REPORT_VIOLATIONS);
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> complaints.add("uncaught: " + error.error()));
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Only once the page has loaded: what is pressed before its script listens is lost. */
    Locator find(String selector) {
        page.waitForLoadState();
        return page.locator(selector);
    }

    /** The text in one of the places that the page's script fills. */
    Locator filled(String name) {
        return page.locator("[data-fill=" + name + "]").first();
    }

    void open(String path) {
        page.navigate(path);
    }

    String path() {
        return page.url().substring(address.length() - 1);
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** What the browser will complain of because the test provokes it. */
    void expectComplaint(String pattern) {
        expected.add(Pattern.compile(pattern));
    }

    /** Takes the picture of the page in both themes and notes what stands in the way of some of its readers. */
    void look(String name) {
        page.waitForFunction(SEEN_IMAGES_ARE_THERE);
        picture(name + "-light");
        examine(name, ColorScheme.LIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(name + "-dark");
        examine(name, ColorScheme.DARK);
    }

    /** The same on a small screen and on a phone, where nothing may stick out. */
    void lookEverywhere(String name) {
        look(name);
        for (int[] screen : SMALL_SCREENS) {
            page.setViewportSize(screen[0], screen[1]);
            for (ColorScheme theme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                picture(name + "-" + screen[0] + (theme == ColorScheme.DARK ? "-dark" : "-light"));
            }
            examine(name + " on " + screen[0], ColorScheme.LIGHT);
            if ((int) page.evaluate("document.documentElement.scrollWidth") > screen[0]) {
                obstacles.add("%s is wider than a screen of %d".formatted(name, screen[0]));
            }
        }
        page.setViewportSize(1440, 900);
    }

    /** Notes what stands in the way of some readers of the page in one of its themes, without a picture. */
    void examine(String name, ColorScheme theme) {
        page.waitForFunction(SEEN_IMAGES_ARE_THERE);
        boolean dark = theme == ColorScheme.DARK;
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        AxeBuilder axe = new AxeBuilder(page);
        examine(name + (dark ? " (dark)" : ""), dark ? axe.withRules(OF_COLOURS) : axe);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private void examine(String name, AxeBuilder axe) {
        // Otherwise axe opens a page of its own beside this one, which then sleeps as a page in the background does.
        axe.setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .forEach(rule -> rule.getNodes()
                        .forEach(node -> obstacles.add(
                                "%s: %s (%s) at %s".formatted(name, rule.getHelp(), rule.getId(), node.getTarget()))));
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add("console: " + message.text() + " " + message.location());
        }
    }

    /** Fails when the browser complained of anything that was not expected. */
    void assertFlawless() {
        List<String> unexpected = complaints.stream()
                .filter(line -> expected.stream()
                        .noneMatch(pattern -> pattern.matcher(line).find()))
                .toList();
        assertThat(unexpected).as("what the browser complained of").isEmpty();
        assertThat(obstacles).as("what axe found").isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
