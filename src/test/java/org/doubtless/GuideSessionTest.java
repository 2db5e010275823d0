package org.doubtless;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.doubtless.support.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The session of the user guide's API section, as somebody would paste it into a terminal. */
@QuarkusTest
@EnabledOnOs({OS.LINUX, OS.MAC})
class GuideSessionTest {
    private static final Pattern SESSION = Pattern.compile("```sh\\n(TOKEN=.*?)```", Pattern.DOTALL);

    @Inject
    TestPeople people;

    @TestHTTPResource("/api")
    URI api;

    @TempDir
    Path folder;

    @Test
    void every_line_runs_and_ends_with_the_answer_in_a_table() throws Exception {
        Matcher session = SESSION.matcher(Files.readString(Path.of("docs", "user-guide.md")));
        assertThat(session.find()).isTrue();
        String script = session.group(1)
                .replaceFirst("TOKEN=dbl_…", "TOKEN=" + people.person("Program").token())
                .replaceFirst("API=http\\S+", "API=" + api);
        assertThat(script).doesNotContain("…").contains(api.toString());
        images();
        Path said = folder.resolve("said");
        Process bash = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int status = bash.waitFor();
        assertThat(status).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said).lines().reduce((first, last) -> last).orElseThrow())
                .contains("seven.png", ",4,labelled,");
        assertThat(ImageIO.read(folder.resolve("image").toFile()).getWidth()).isEqualTo(28);
    }

    private void images() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("pool.zip")))) {
            zip.putNextEntry(new ZipEntry("seven.png"));
            ImageIO.write(new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY), "png", zip);
            zip.closeEntry();
        }
    }
}
