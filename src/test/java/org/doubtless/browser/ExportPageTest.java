package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.doubtless.project.ProjectId;
import org.doubtless.support.TestLabels;
import org.doubtless.support.TestPerson;
import org.junit.jupiter.api.Test;

/** A lead presses one button and has the labels. */
@QuarkusTest
class ExportPageTest extends BrowserTest {
    @Inject
    TestLabels labels;

    @Test
    void a_lead_chooses_and_presses_one_button() throws Exception {
        TestPerson lead = people.person("Lena Voss");
        ProjectId project = projects.project(lead, "oak", "ash", "birch");
        sql.update("update project set name = ? where id = ?", "Pollen " + project, project.value());
        labels.active(project, 0, 3);
        labels.control(project, 1, 2);
        projects.image(project);
        signIn(lead);
        visit.open("/projects/" + project + "/home");
        visit.find(".tabs a[href$=export]").click();
        assertThat(visit.find("[data-count=people] .value")).hasText("5");
        assertThat(visit.find("[data-count=unlabelled] .value")).hasText("1");
        assertThat(visit.find("#curl")).containsText("/api/projects/" + project + "/export?format=csv&labels=human");
        assertThat(visit.find("[data-column=model_doubt]")).isHidden();
        visit.look("export");

        Path table = fetch("pollen-" + project, ".csv");
        assertThat(Files.readAllLines(table)).hasSize(7).first().asString().startsWith("image,filename,");

        visit.find("[name=format][value=imagefolder]").check();
        visit.find("[name=uncertainty]").check();
        assertThat(visit.find("[data-count=unlabelled]")).isHidden();
        assertThat(visit.find("[data-column=model_doubt]")).isVisible();
        try (ZipFile zip = new ZipFile(fetch("pollen-" + project, ".zip").toFile())) {
            assertThat(zip.stream().filter(entry -> entry.getName().startsWith("oak/")))
                    .hasSize(3);
            assertThat(zip.stream().filter(entry -> entry.getName().startsWith("ash/")))
                    .hasSize(2);
        }
        visit.page().setViewportSize(1024, 768);
        visit.look("export-1024");
        visit.page().setViewportSize(390, 844);
        visit.look("export-phone");
        visit.find(".export-columns").evaluate("card => card.scrollIntoView()");
        visit.picture("export-phone-columns");
    }

    private Path fetch(String stem, String ending) {
        Download download = visit.page()
                .waitForDownload(() -> visit.find(".export-form .btn-primary").click());
        assertThat(download.suggestedFilename()).startsWith(stem + "-20").endsWith(ending);
        return download.path();
    }
}
