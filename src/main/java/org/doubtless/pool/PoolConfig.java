package org.doubtless.pool;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** How much an import takes, and where it puts what it has not read yet. */
@ConfigMapping(prefix = "doubtless.import")
interface PoolConfig {
    /** On the disk of the database by default: what fits there twice is taken. */
    @WithDefault("${doubtless.data:${java.io.tmpdir}/doubtless}/uploads")
    Path uploads();

    /** One file; it is held in memory while it is looked at. */
    @WithDefault("256M")
    MemorySize maxFileSize();

    /** Larger than any camera's sensor; whole-slide scans must be cut into tiles. */
    @WithDefault("100")
    int maxMegapixels();

    @WithDefault("1000000")
    long maxZipEntries();

    @WithDefault("200G")
    MemorySize maxZipContent();

    /** Blank scans shrink to 1 : 300; the most that ZIP can do is 1 : 1030. */
    @WithDefault("400")
    int maxZipRatio();

    /** Longest side of the picture made for a browser that cannot show the original. */
    @WithDefault("4096")
    int maxViewSide();
}
