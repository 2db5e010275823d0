package org.doubtless.support;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real images for tests and benchmarks, which are no part of the project. */
public final class DataSets {
    private DataSets() {}

    /** The file; where it is absent, the test that asks is skipped with a message. */
    public static Path findOrSkip(String folder, String file) {
        Path path = Path.of(System.getProperty("doubtless.data-sets", "../shared/data"), folder, file);
        Assumptions.assumeTrue(
                Files.isReadable(path),
                () -> path + " is absent: set -Ddoubtless.data-sets to the folder of the data sets");
        return path;
    }
}
