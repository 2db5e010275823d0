package org.doubtless.pool;

import java.nio.file.Path;
import java.util.Objects;

/** A file that has arrived whole, and what its sender calls it. */
public record ReceivedFile(String name, Path path) {
    public ReceivedFile {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(path, "path is null");
    }
}
