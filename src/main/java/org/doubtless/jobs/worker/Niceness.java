package org.doubtless.jobs.worker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lets a process wait where others want the processors: people's claims come before a round. */
final class Niceness {
    private static final int MOST = 19;

    private Niceness() {}

    /**
     * What stands before a command so that it steps back; nothing where the system knows no such program.
     *
     * @param path the folders of programs, as the environment has them; may be null
     */
    static List<String> words(int nice, String path) {
        if (nice <= 0 || path == null) {
            return List.of();
        }
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "nice"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> List.of(program.toString(), "-n", Integer.toString(Math.min(nice, MOST))))
                .orElse(List.of());
    }
}
