package org.doubtless.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds of the machine's memory, as Linux tells it; elsewhere unknown. */
public final class ProcessMemory {
    private ProcessMemory() {}

    /** The most that this process has held so far. */
    public static String peak() throws IOException {
        return megabytes("self", "VmHWM");
    }

    /** What another holds now, and the most that it has held so far. */
    public static String of(ProcessHandle process) throws IOException {
        String id = Long.toString(process.pid());
        return "%s, at most %s".formatted(megabytes(id, "VmRSS"), megabytes(id, "VmHWM"));
    }

    private static String megabytes(String process, String field) throws IOException {
        Path status = Path.of("/proc", process, "status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith(field + ":"))
                        .map(line -> "%,d MB".formatted(Long.parseLong(line.replaceAll("\\D+", "")) * 1024 / 1_000_000))
                        .findFirst()
                        .orElse("unknown")
                : "unknown";
    }
}
