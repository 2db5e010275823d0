package org.doubtless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether what the documents point to is there, and their pictures are small. */
class DocsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)|src=\"([^\"]+)\"");
    private static final int MOST_BYTES = 200_000;

    @Test
    void every_link_to_a_file_leads_to_one() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String to = link.group(1) == null ? link.group(2) : link.group(1);
                Path folder = page.toAbsolutePath().getParent();
                if (!to.contains(":") && !Files.exists(folder.resolve(to))) {
                    broken.add(page + " → " + to);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void every_picture_is_small() throws IOException {
        try (Stream<Path> pictures = Files.list(Path.of("docs", "pictures"))) {
            assertThat(pictures.filter(picture -> picture.toFile().length() > MOST_BYTES))
                    .isEmpty();
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("CHANGELOG.md")),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }
}
