package org.doubtless.pool.files;

/**
 * What a file's own framing says, read without decoding a pixel.
 *
 * @param width as stored, before any orientation
 * @param height as stored
 * @param orientation of EXIF, 1 to 8
 */
record Structure(int width, int height, int orientation) {
    static final int UPRIGHT = 1;

    /** Walks the whole file; a file that ends too early is refused here. */
    static Structure of(ImageFormat format, byte[] content) throws RefusedFile {
        try {
            return switch (format) {
                case JPEG -> JpegStructure.read(content);
                case PNG -> PngStructure.read(content);
                case GIF -> GifStructure.read(content);
                case WEBP -> WebpStructure.read(content);
                case BMP -> BmpStructure.read(content);
                case TIFF -> TiffStructure.read(content);
            };
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw RefusedFile.truncated();
        }
    }

    /** Refuses by the size in the header when the first bytes already tell it, before the rest is even read. */
    static void checkHead(ImageFormat format, byte[] head, FileLimits limits) throws RefusedFile {
        if (format == ImageFormat.PNG && head.length >= PngStructure.HEADER) {
            limits.checkPixels(Bytes.u32(head, 16, false), Bytes.u32(head, 20, false));
        }
        if (format == ImageFormat.GIF && head.length >= GifStructure.HEADER) {
            limits.checkPixels(Bytes.u16(head, 6, true), Bytes.u16(head, 8, true));
        }
        if (format == ImageFormat.BMP && head.length >= BmpStructure.HEADER) {
            BmpStructure.Size size = BmpStructure.size(head);
            limits.checkPixels(size.width(), size.height());
        }
    }
}
