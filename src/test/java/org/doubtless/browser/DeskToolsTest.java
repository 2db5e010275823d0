package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.doubtless.project.ProjectId;
import org.doubtless.support.TestGrains;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an image can be looked at on the desk. */
@QuarkusTest
class DeskToolsTest extends BrowserTest {
    @Inject
    TestGrains grains;

    private TestPerson annotator;
    private ProjectId project;

    @BeforeEach
    void anAnnotator() {
        annotator = people.person("Ada Lovelace");
        project = projects.project(annotator, "Birch", "Alder", "Oak");
        signIn(annotator);
    }

    @Test
    void the_wheel_zooms_to_the_pointer_and_a_double_click_fits() {
        grains.bring(annotator, project, 3);
        Desk desk = new Desk(visit).open(project.value());
        BoundingBox fitted = picture().boundingBox();
        double x = fitted.x + fitted.width * 0.75;
        double y = fitted.y + fitted.height * 0.25;
        visit.page().mouse().move(x, y);
        for (int turn = 0; turn < 4; turn++) {
            visit.page().mouse().wheel(0, -120);
        }
        BoundingBox zoomed = picture().boundingBox();
        assertThat(zoomed.width).isGreaterThan(fitted.width * 1.5);
        assertThat((x - zoomed.x) / zoomed.width).isCloseTo(0.75, within(0.02));
        assertThat((y - zoomed.y) / zoomed.height).isCloseTo(0.25, within(0.02));
        drag(x, y, x - 90, y + 40);
        assertThat(picture().boundingBox().x).isCloseTo(zoomed.x - 90, within(2.0));
        visit.look("desk-zoomed");
        visit.page().mouse().dblclick(x, y);
        assertThat(picture().boundingBox().width).isEqualTo(fitted.width);
        visit.press("+");
        assertThat(picture().boundingBox().width).isGreaterThan(fitted.width);
        // The next image begins as a whole.
        desk.label("Birch");
        assertThat(picture().boundingBox().width).isEqualTo(fitted.width);
        visit.press("-");
        visit.press("0");
        assertThat(picture().boundingBox().width).isEqualTo(fitted.width);
    }

    @Test
    void two_fingers_zoom_and_one_moves() {
        grains.bring(annotator, project, 3);
        new Desk(visit).open(project.value());
        BoundingBox fitted = picture().boundingBox();
        CDPSession screen = visit.context().newCDPSession(visit.page());
        double x = fitted.x + fitted.width / 2;
        double y = fitted.y + fitted.height / 2;
        touch(screen, "touchStart", x - 50, y, x + 50, y);
        for (int step = 1; step <= 5; step++) {
            touch(screen, "touchMove", x - 50 - 10 * step, y, x + 50 + 10 * step, y);
        }
        touch(screen, "touchEnd");
        BoundingBox zoomed = picture().boundingBox();
        assertThat(zoomed.width).isCloseTo(fitted.width * 2, within(2.0));
        touch(screen, "touchStart", x, y);
        touch(screen, "touchMove", x + 30, y);
        touch(screen, "touchEnd");
        assertThat(picture().boundingBox().x).isCloseTo(zoomed.x + 30, within(2.0));
    }

    private static void touch(CDPSession screen, String type, double... places) {
        JsonArray points = new JsonArray();
        for (int k = 0; k < places.length; k += 2) {
            JsonObject point = new JsonObject();
            point.addProperty("id", k);
            point.addProperty("x", places[k]);
            point.addProperty("y", places[k + 1]);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        screen.send("Input.dispatchTouchEvent", event);
    }

    @Test
    void brightness_contrast_and_inversion_stay_for_the_next_image() {
        grains.bring(annotator, project, 3);
        Desk desk = new Desk(visit).open(project.value());
        BoundingBox box = picture().boundingBox();
        visit.page().mouse().move(box.x + 50, box.y + 50);
        visit.page().keyboard().down("b");
        visit.page().mouse().wheel(0, -120);
        visit.page().mouse().wheel(0, -120);
        visit.page().keyboard().up("b");
        visit.page().keyboard().down("c");
        visit.page().keyboard().press("ArrowDown");
        visit.page().keyboard().up("c");
        visit.press("i");
        Pattern look = Pattern.compile("brightness\\(1\\.21\\) contrast\\(0\\.909\\) invert\\(1\\)");
        assertThat(picture()).hasCSS("filter", look);
        assertThat(picture().boundingBox().width).isEqualTo(box.width);
        desk.label("Birch");
        assertThat(picture()).hasCSS("filter", look);
        assertThat(visit.find("[data-tool=invert]")).hasAttribute("aria-pressed", "true");
        visit.press("b");
        assertThat(visit.find("#brightness")).isFocused();
        visit.press("ArrowRight");
        assertThat(visit.filled("brightness")).hasText("127 %");
        visit.look("desk-adjusted");
        visit.press("Escape");
        visit.press("Shift+I");
        assertThat(picture()).hasCSS("filter", "none");
    }

    private Locator picture() {
        return visit.find(".stage-view img");
    }

    private void drag(double x, double y, double toX, double toY) {
        visit.page().mouse().move(x, y);
        visit.page().mouse().down();
        visit.page().mouse().move((x + toX) / 2, (y + toY) / 2);
        visit.page().mouse().move(toX, toY);
        visit.page().mouse().up();
    }
}
