package org.doubtless.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NicenessTest {
    @TempDir
    Path folder;

    @Test
    void the_program_comes_from_the_first_folder_that_has_it() throws IOException {
        Path nice = Files.createFile(folder.resolve("nice"));
        String path = folder.resolve("absent") + File.pathSeparator + folder;
        assertThat(Niceness.words(10, path)).as("no program").isEmpty();
        assertThat(nice.toFile().setExecutable(true)).isTrue();
        assertThat(Niceness.words(10, path)).containsExactly(nice.toString(), "-n", "10");
    }

    @Test
    void none_is_asked_for_or_none_is_there() {
        assertThat(Niceness.words(0, System.getenv("PATH"))).isEmpty();
        assertThat(Niceness.words(10, null)).isEmpty();
    }

    @Test
    void more_than_the_most_is_the_most_and_nobody_goes_before_others() throws IOException {
        assertThat(Files.createFile(folder.resolve("nice")).toFile().setExecutable(true))
                .isTrue();
        assertThat(Niceness.words(99, folder.toString())).endsWith("-n", "19");
        assertThat(Niceness.words(-5, folder.toString())).isEmpty();
    }
}
