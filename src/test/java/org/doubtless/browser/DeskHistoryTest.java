package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.doubtless.project.ProjectId;
import org.doubtless.support.TestGrains;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was answered can be looked at, corrected and taken back, however long ago. */
@QuarkusTest
class DeskHistoryTest extends BrowserTest {
    private static final String[] LABELS = {"Birch", "Alder", "Oak"};

    @Inject
    TestGrains grains;

    private ProjectId project;
    private Desk desk;
    private final String[] names = new String[LABELS.length];

    @BeforeEach
    void threeAnswers() {
        TestPerson annotator = people.person("Ada Lovelace");
        project = projects.project(annotator, LABELS);
        grains.bring(annotator, project, 6);
        signIn(annotator);
        desk = new Desk(visit).open(project.value());
        for (int k = 0; k < LABELS.length; k++) {
            names[k] = desk.asks();
            desk.label(LABELS[k]);
        }
        desk.waitUntilSaved();
    }

    @Test
    void an_earlier_label_is_corrected_and_the_correction_taken_back() {
        String now = desk.asks();
        visit.press("ArrowLeft");
        visit.press("ArrowLeft");
        desk.asks(names[1]);
        assertThat(visit.find(".label-button.given")).containsText("Alder");
        visit.look("desk-looking-back");
        visit.press("1");
        desk.asks(now);
        desk.waitUntilSaved();
        assertThat(labelOf(1)).isEqualTo("Birch");
        assertThat(visit.find(".past").nth(1)).containsText("Birch");

        visit.press("Control+z");
        desk.asks(names[1]);
        desk.waitUntilSaved();
        assertThat(labelOf(1)).isEqualTo("Alder");
        visit.press("Enter");
        desk.asks(now);
        visit.press("Control+Shift+z");
        desk.asks(now);
        desk.waitUntilSaved();
        assertThat(labelOf(1)).isEqualTo("Birch");
    }

    @Test
    void answers_are_taken_back_again_and_again_also_those_of_an_earlier_page() {
        desk.open(project.value());
        assertThat(visit.find("button.past")).hasCount(LABELS.length);
        desk.label("Birch");
        String fifth = desk.asks();
        for (int k = LABELS.length - 1; k >= 0; k--) {
            if (k == LABELS.length - 1) {
                visit.press("Control+z");
                assertThat(visit.find("button.past")).hasCount(LABELS.length);
            }
            visit.press("Control+z");
            desk.asks(names[k]);
        }
        assertThat(desk.asks()).isNotEqualTo(fifth);
        desk.waitUntilSaved();
        assertThat(sql.number(
                        "select count(*) from image where project_id = ? and state <> 'waiting'", project.value()))
                .isZero();
        visit.press("Control+Shift+z");
        desk.asks(names[1]);
        desk.waitUntilSaved();
        assertThat(labelOf(0)).isEqualTo("Birch");
    }

    private String labelOf(int image) {
        return sql.value(
                "select c.name from image i join project_class c on c.id = i.class_id where i.project_id = ? and i.filename = ?",
                String.class,
                project.value(),
                names[image]);
    }
}
