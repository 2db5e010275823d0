package org.doubtless.pool;

import org.doubtless.pool.files.ImageFormat;

/** Of what kind an image's stored bytes are. */
record StoredKind(ImageFormat format, int orientation) {
    /** Of the formats with an orientation, browsers agree on that of JPEG only. */
    boolean isShownByBrowsers() {
        return format.shownByBrowsers() && (orientation == 1 || format == ImageFormat.JPEG);
    }
}
