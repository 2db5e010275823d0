package org.doubtless.pool.files;

import java.util.Objects;

/**
 * A file that proved to be a whole image.
 *
 * @param width as shown, orientation applied
 * @param height as shown
 * @param orientation of EXIF, 1 to 8
 * @param thumbnail null where the file itself is small enough to be its thumbnail
 */
@SuppressWarnings("ArrayRecordComponent") // It is handed on, never compared.
public record CheckedImage(ImageFormat format, int width, int height, int orientation, byte[] thumbnail) {
    public CheckedImage {
        Objects.requireNonNull(format, "format is null");
    }
}
