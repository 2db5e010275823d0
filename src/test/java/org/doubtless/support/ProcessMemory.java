package org.doubtless.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process has held of the machine's memory. */
public final class ProcessMemory {
    private ProcessMemory() {}

    /** The most so far, as Linux tells it; elsewhere unknown. */
    public static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .map(line -> line.replaceAll("\\s+", " ").substring("VmHWM: ".length()))
                        .findFirst()
                        .orElse("unknown")
                : "unknown";
    }
}
