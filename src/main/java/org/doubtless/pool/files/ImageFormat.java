package org.doubtless.pool.files;

/** A format that is read. */
public enum ImageFormat {
    JPEG("image/jpeg", true),
    PNG("image/png", true),
    GIF("image/gif", true),
    WEBP("image/webp", true),
    BMP("image/bmp", false),
    TIFF("image/tiff", false);

    private final String mediaType;
    private final boolean shownByBrowsers;

    ImageFormat(String mediaType, boolean shownByBrowsers) {
        this.mediaType = mediaType;
        this.shownByBrowsers = shownByBrowsers;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether browsers show it; BMP they do, but large and slowly. */
    public boolean shownByBrowsers() {
        return shownByBrowsers;
    }

    public static ImageFormat ofMediaType(String mediaType) {
        for (ImageFormat format : values()) {
            if (format.mediaType.equals(mediaType)) {
                return format;
            }
        }
        throw new IllegalArgumentException("No image format has the media type " + mediaType);
    }
}
