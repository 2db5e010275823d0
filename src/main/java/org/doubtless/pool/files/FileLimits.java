package org.doubtless.pool.files;

/**
 * How much of a stranger's file is taken.
 *
 * @param maxBytes of one image file
 * @param maxPixels of one image
 * @param maxZipEntries of one ZIP
 * @param maxZipBytes of one ZIP, unpacked
 * @param maxZipRatio unpacked bytes for each packed one
 */
public record FileLimits(long maxBytes, long maxPixels, long maxZipEntries, long maxZipBytes, int maxZipRatio) {
    private static final long MEGA = 1_000_000;
    private static final long MEBI = 1L << 20;

    /** What a server takes unless it is told otherwise. */
    public static final FileLimits USUAL = new FileLimits(256 * MEBI, 100 * MEGA, 1_000_000, 200 * 1024 * MEBI, 400);

    public FileLimits {
        if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException("maxBytes must be between 1 and 2 GB, and is " + maxBytes);
        }
        if (maxPixels < 1 || maxPixels > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxPixels must be between 1 and 2^31, and is " + maxPixels);
        }
    }

    void checkBytes(long bytes) throws RefusedFile {
        if (bytes > maxBytes) {
            throw new RefusedFile(
                    RefusalReason.TOO_LARGE,
                    "The file has %,d MB; at most %,d MB are taken. Save it smaller, or cut it into parts."
                            .formatted(bytes / MEGA, maxBytes / MEGA));
        }
    }

    void checkPixels(long width, long height) throws RefusedFile {
        if (width <= 0 || height <= 0) {
            throw RefusedFile.damaged("it claims a size of %d × %d pixels".formatted(width, height));
        }
        // Not width * height > max: a product of two lies may overflow.
        if (width > maxPixels / height) {
            throw new RefusedFile(
                    RefusalReason.TOO_MANY_PIXELS,
                    "The image has %,d × %,d pixels; at most %,d million are taken. Scale it down, or cut it into tiles."
                            .formatted(width, height, maxPixels / MEGA));
        }
    }
}
