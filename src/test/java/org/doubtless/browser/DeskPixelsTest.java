package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.doubtless.project.ProjectId;
import org.doubtless.support.TestJobs;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The smallest and the largest images on the desk. */
@QuarkusTest
class DeskPixelsTest extends BrowserTest {
    private static final int WIDE = 5000;
    private static final int HIGH = 3600;

    @Inject
    TestJobs jobs;

    private TestPerson annotator;
    private ProjectId project;

    @BeforeEach
    void anAnnotator() {
        annotator = people.person("Ada Lovelace");
        project = projects.project(annotator, "Birch", "Alder", "Oak");
        signIn(annotator);
    }

    @Test
    void a_small_image_is_shown_in_whole_pixels() throws IOException {
        bring("tiny.png", "png", image(28, 28));
        new Desk(visit).open(project.value());
        assertThat(picture().boundingBox().width % 28).isZero();
        assertThat(picture()).hasCSS("image-rendering", "pixelated");
        double before = picture().boundingBox().width;
        visit.press("+");
        assertThat(picture().boundingBox().width % 28).isZero();
        assertThat(picture().boundingBox().width).isGreaterThan(before);
        visit.look("desk-pixels");
    }

    /** Ten megabytes: a scaled picture is there at once, and all the pixels for whoever looks closer. */
    @Test
    void a_large_photo_is_scaled_until_it_is_zoomed() throws IOException {
        byte[] photo = image(WIDE, HIGH);
        assertThat(photo.length).isGreaterThan(10_000_000);
        bring("photo.jpg", "jpeg", photo);
        new Desk(visit).open(project.value());
        visit.page().waitForFunction("() => document.querySelector('.stage-view img').naturalWidth === 1600");
        assertThat(picture().boundingBox().width).isEqualTo(600);
        visit.look("desk-photo");
        BoundingBox box = picture().boundingBox();
        visit.page().mouse().move(box.x + 200, box.y + 100);
        for (int turn = 0; turn < 10; turn++) {
            visit.page().mouse().wheel(0, -120);
        }
        visit.page().waitForFunction("() => document.querySelector('.stage-view img').naturalWidth === " + WIDE);
        assertThat(visit.find(".tools .zoom")).containsText("150 %");
    }

    private Locator picture() {
        return visit.find(".stage-view img");
    }

    private void bring(String name, String kind, byte[] content) {
        long job = annotator
                .bearer()
                .multiPart("files", name, content, "image/" + kind)
                .post("/api/projects/" + project + "/images")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("job");
        jobs.await(annotator, job);
    }

    /** Noise, which no format makes small. */
    private static byte[] image(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        SplittableRandom random = new SplittableRandom(3);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = random.nextInt(1 << 24);
            }
            picture.setRGB(0, y, width, 1, row, 0, width);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, width < 100 ? "png" : "jpeg", bytes);
        return bytes.toByteArray();
    }
}
