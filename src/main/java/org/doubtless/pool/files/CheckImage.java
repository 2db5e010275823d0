package org.doubtless.pool.files;

import java.awt.image.BufferedImage;

/** Says of a file's bytes whether they are a whole image within the limits, and makes its thumbnail. */
public final class CheckImage {
    public static final int THUMBNAIL_SIDE = 256;

    private static final int THUMBNAIL_BYTES = 64 * 1024;
    private static final float QUALITY = 0.85f;

    private final FileLimits limits;
    private final DecodeImage decode;

    public CheckImage(FileLimits limits, DecodeImage decode) {
        this.limits = limits;
        this.decode = decode;
    }

    /** Refuses what the first bytes and the length prove already, so that the rest need not be read. */
    public void checkHead(byte[] head, long length) throws RefusedFile {
        Structure.checkHead(SniffFile.format(head), head, limits);
        limits.checkBytes(length);
    }

    /** Decodes it too: only that shows whether it is whole. */
    public CheckedImage check(byte[] content) throws RefusedFile {
        checkHead(content, content.length);
        ImageFormat format = SniffFile.format(content);
        Structure structure = Structure.of(format, content);
        limits.checkPixels(structure.width(), structure.height());
        BufferedImage small = decode.decode(content, format, structure, THUMBNAIL_SIDE);
        boolean swaps = Orientation.swapsSides(structure.orientation());
        return new CheckedImage(
                format,
                swaps ? structure.height() : structure.width(),
                swaps ? structure.width() : structure.height(),
                structure.orientation(),
                isItsOwnThumbnail(format, structure, content)
                        ? null
                        : EncodeImage.forBrowsers(small, QUALITY).content());
    }

    /** The picture of a file that is within the limits, its longest side at most {@code maxSide}. */
    public BufferedImage picture(byte[] content, int maxSide) throws RefusedFile {
        checkHead(content, content.length);
        ImageFormat format = SniffFile.format(content);
        Structure structure = Structure.of(format, content);
        limits.checkPixels(structure.width(), structure.height());
        return decode.decode(content, format, structure, maxSide);
    }

    private static boolean isItsOwnThumbnail(ImageFormat format, Structure structure, byte[] content) {
        return format.shownByBrowsers()
                && content.length <= THUMBNAIL_BYTES
                && structure.orientation() == Structure.UPRIGHT
                && Math.max(structure.width(), structure.height()) <= THUMBNAIL_SIDE;
    }
}
