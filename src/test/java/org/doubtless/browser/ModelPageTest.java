package org.doubtless.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import org.doubtless.model.file.ReadModelFile;
import org.doubtless.support.DiscsAndSquares;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lead takes a model home. */
@QuarkusTest
class ModelPageTest extends BrowserTest {
    @Inject
    DiscsAndSquares pool;

    @TempDir
    Path folder;

    @Test
    void one_press_makes_the_file_and_fetches_it() throws IOException {
        pool.make(20, 4);
        pool.label(pool.active().subList(0, 6));
        pool.round();
        signIn(pool.lead());
        visit.open("/projects/" + pool.project() + "/models/1");
        visit.look("model");
        Download download = visit.page()
                .waitForDownload(() -> visit.find("[data-do=download]").click());
        assertThat(download.suggestedFilename()).endsWith("-model-1.doubtless");
        Path file = folder.resolve("model.doubtless");
        download.saveAs(file);
        try (ReadModelFile model = ReadModelFile.open(file)) {
            assertThat(model.manifest().classes())
                    .extracting(known -> known.name())
                    .containsExactly("disc", "square");
            assertThat(model.manifest().provenance()).containsKey("trainingSetHash");
        }
        assertThat(visit.find("[data-download-saying]")).isHidden();
    }

    @Test
    void a_file_that_cannot_be_made_says_why() {
        pool.make(20, 4);
        pool.label(pool.active().subList(0, 6));
        pool.round();
        sql.update("delete from image_feature where image_id = ?", pool.active().get(3));
        sql.update(
                "update image_content set content = '\\x0102' where image_id = ?",
                pool.active().get(3));
        signIn(pool.lead());
        visit.open("/projects/" + pool.project() + "/models/1");
        visit.find("[data-do=download]").click();
        assertThat(visit.find("[data-download-saying]")).containsText("The model cannot be made again");
        visit.look("model-no-file");
    }
}
