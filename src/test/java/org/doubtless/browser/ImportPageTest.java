package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.doubtless.demo.pollen.PollenSlides;
import org.doubtless.project.ProjectId;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportPageTest extends BrowserTest {
    @Test
    void what_is_no_image_is_listed_by_name_with_its_reason_and_the_rest_goes_in() {
        TestPerson lead = people.person("Lead");
        ProjectId project = projects.project(lead);
        byte[] grain = PollenSlides.draw(3, 0).image();
        signIn(lead);
        visit.open("/projects/" + project + "/import");
        visit.find("#files").setInputFiles(new FilePayload[] {
            new FilePayload("whole.jpg", "image/jpeg", grain),
            new FilePayload("notes.png", "image/png", "Only words.".getBytes(StandardCharsets.UTF_8)),
            new FilePayload("half <b>.jpg", "image/jpeg", Arrays.copyOf(grain, grain.length / 2)),
            new FilePayload("nothing.gif", "image/gif", new byte[0]),
            new FilePayload("whole again.jpg", "image/jpeg", grain),
        });
        assertThat(visit.filled("taken")).hasText("1");
        assertThat(visit.filled("refused")).hasText("4");
        refused("notes.png", "Not an image");
        refused("half <b>.jpg", "Cut short");
        refused("nothing.gif", "Empty file");
        refused("whole again.jpg", "Already in the pool");
        visit.look("import-refused");
        visit.page().reload();
        refused("notes.png", "Not an image");
    }

    private void refused(String file, String reason) {
        Locator row = visit.find("[data-rejections] tbody tr").filter(new Locator.FilterOptions().setHasText(file));
        assertThat(row.locator("td").nth(1)).hasText(file);
        assertThat(row.locator("td").nth(2)).hasText(reason);
        assertThat(row.locator("td").nth(3)).not().isEmpty();
    }
}
