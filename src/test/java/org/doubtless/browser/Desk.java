package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;

/** The labelling page as an annotator uses it: by keys. */
final class Desk {
    private static final Pattern ANY = Pattern.compile(".+");

    private final Visit visit;

    Desk(Visit visit) {
        this.visit = visit;
    }

    /** Goes to the page and waits for its first image. */
    Desk open(long project) {
        visit.open("/projects/" + project + "/label");
        asks();
        return this;
    }

    /** The name of the image that is asked, once there is one. */
    String asks() {
        assertThat(filename()).hasText(ANY);
        return filename().textContent();
    }

    /** Waits until this image is the one that is asked. */
    void asks(String filename) {
        assertThat(filename()).hasText(filename);
    }

    /** Presses the key of an answer and waits for the next image. */
    void answer(String key) {
        String before = asks();
        visit.press(key);
        assertThat(filename()).not().hasText(before);
        asks();
    }

    /** Presses the key that the page prints beside this label. */
    void label(String name) {
        answer(visit.find(".label-button[data-label=\"" + name + "\"]").getAttribute("data-key"));
    }

    /** Labels with the truth, as an expert does who knows it. */
    void labelTruly(FirstImages images) {
        images.labelOf(asks()).ifPresentOrElse(this::label, () -> answer("u"));
    }

    /** The sentence about what is saved. */
    Locator saved() {
        return visit.find(".saved");
    }

    void waitUntilSaved() {
        assertThat(visit.find(".saved[data-state=saved]")).isVisible();
    }

    Locator doubts() {
        return visit.find(".why-body [role=meter]");
    }

    Locator why() {
        return visit.find(".why-body");
    }

    private Locator filename() {
        return visit.find(".stage-meta [data-fill=filename]");
    }
}
