package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.doubtless.project.ProjectId;
import org.doubtless.support.Sql;
import org.doubtless.support.TestPerson;

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

    /** How many images of the queue wait for this person alone. */
    static long held(Sql sql, ProjectId project, TestPerson person) {
        return sql.number(
                "select count(*) from queue_entry where project_id = ? and leased_by = ? and leased_until > now()",
                project.value(),
                person.id().value());
    }

    /** A page that goes says so with its last breath, and nobody hears when that has arrived. */
    void waitUntilHeld(Sql sql, ProjectId project, TestPerson person, long images) {
        for (int look = 0; look < 300 && held(sql, project, person) != images; look++) {
            visit.page().waitForTimeout(100);
        }
        assertThat(held(sql, project, person)).isEqualTo(images);
    }

    private Locator filename() {
        return visit.find(".stage-meta [data-fill=filename]");
    }
}
