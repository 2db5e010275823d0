package org.doubtless.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.doubtless.project.ClassId;
import org.doubtless.project.LabelClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNamesTest {
    private static final SafeNames NAMES = names("cat");

    private static SafeNames names(String... labels) {
        return new SafeNames(IntStream.range(0, labels.length)
                .mapToObj(k -> new LabelClass(new ClassId(k + 1), k, labels[k], null))
                .toList());
    }

    private static String png(String filename) {
        return NAMES.path(1, new SafeNames.Original(filename, "image/png"), 7, true);
    }

    @ParameterizedTest
    @CsvSource({
        "grain.png, cat/grain.png",
        "slides/day 1/grain.PNG, cat/grain.PNG",
        "花粉 (3).png, cat/花粉 (3).png",
        "..png, cat/_~7.png",
        "../../etc/passwd, cat/passwd~7.png",
        "C:\\windows\\x.png, cat/C__windows_x~7.png",
        "nul.png, cat/_nul~7.png",
        "-rf.png, cat/_rf~7.png",
        "a~8.png, cat/a_8~7.png",
        "run.exe, cat/run.exe~7.png",
        "'', cat/_~7.png"
    })
    void keeps_a_name_that_is_harmless_and_changes_any_other(String filename, String path) {
        assertThat(png(filename)).isEqualTo(path);
    }

    @Test
    void tells_files_of_one_name_apart() {
        SafeNames.Original file = new SafeNames.Original("grain.jpeg", "image/jpeg");
        assertThat(NAMES.path(1, file, 12, false)).isEqualTo("cat/grain~12.jpeg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nb\u202egnp.exe", "\u0000", "..", "...", " . ", "/", "\\..\\..\\x", "con", "LPT1.txt", "~"})
    void leaves_nothing_that_leads_elsewhere(String hostile) {
        String path = names(hostile).path(1, new SafeNames.Original(hostile, "image/png"), 7, true);
        assertThat(path).matches("[^/\\\\:~\\p{Cntrl}\\u202e]+~1/[^/\\\\:~\\p{Cntrl}\\u202e]+~7\\.png");
        assertThat(List.of(path.split("/"))).noneMatch(part -> part.startsWith(".") || part.endsWith("."));
    }

    @Test
    void shortens_what_no_disk_would_take() {
        String path =
                names("花".repeat(300)).path(1, new SafeNames.Original("x".repeat(300) + ".png", "image/png"), 7, true);
        assertThat(List.of(path.split("/")))
                .allMatch(part -> part.getBytes(StandardCharsets.UTF_8).length <= 200)
                .satisfiesExactly(folder -> assertThat(folder).endsWith("~1"), file -> assertThat(file)
                        .endsWith("~7.png"));
    }

    @Test
    void gives_every_label_a_folder_of_its_own_beside_the_other_files() {
        SafeNames names = names("Cat", "cat", "c/t", "c:t", "manifest.json");
        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToObj(label -> names.path(label, new SafeNames.Original("a.png", "image/png"), 7, true)))
                .containsExactly("Cat/a.png", "cat~2/a.png", "c_t~3/a.png", "c_t~4/a.png", "manifest.json~5/a.png");
    }
}
