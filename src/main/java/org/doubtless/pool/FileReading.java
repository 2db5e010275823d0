package org.doubtless.pool;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.doubtless.pool.files.CheckImage;
import org.doubtless.pool.files.DecodeImage;
import org.doubtless.pool.files.FileLimits;
import org.doubtless.pool.files.SharedMemory;

/** Hands {@code pool.files}, which knows nothing of the application, to it. */
@ApplicationScoped
class FileReading {
    private static final long MEGA = 1_000_000;
    /** The rest of the heap is for the files' bytes and for serving pages meanwhile. */
    private static final int PART_FOR_DECODING = 3;

    @Produces
    @Singleton
    FileLimits limits(PoolConfig config) {
        return new FileLimits(
                config.maxFileSize().asLongValue(),
                config.maxMegapixels() * MEGA,
                config.maxZipEntries(),
                config.maxZipContent().asLongValue(),
                config.maxZipRatio());
    }

    @Produces
    @Singleton
    DecodeImage decodeImage() {
        return new DecodeImage(SharedMemory.partOfHeap(PART_FOR_DECODING));
    }

    @Produces
    @Singleton
    CheckImage checkImage(FileLimits limits, DecodeImage decode) {
        return new CheckImage(limits, decode);
    }
}
