package org.doubtless.pool.files;

import java.awt.Dimension;

/** Walks a WebP's chunks. */
final class WebpStructure {
    private static final int HEADER = 12;

    private WebpStructure() {}

    static Structure read(byte[] bytes) throws RefusedFile {
        long end = 8 + Bytes.u32(bytes, 4, true);
        if (end > bytes.length) {
            throw RefusedFile.truncated();
        }
        Dimension shown = null;
        int orientation = Structure.UPRIGHT;
        long position = HEADER;
        while (position + 8 <= end) {
            int at = (int) position;
            int data = at + 8;
            long length = Bytes.u32(bytes, at + 4, true);
            if (data + length > end) {
                throw RefusedFile.truncated();
            }
            Dimension size = size(bytes, at);
            if (size != null && shown != null && !size.equals(shown)) {
                throw RefusedFile.damaged("it states two sizes for its picture");
            }
            shown = size == null ? shown : size;
            if (Bytes.startsWith(bytes, at, "EXIF")) {
                int prefix = Bytes.startsWith(bytes, data, "Exif\0\0") ? 6 : 0;
                orientation = ExifOrientation.at(bytes, data + prefix);
            }
            position = data + length + (length & 1);
        }
        if (shown == null || shown.width == 0 || shown.height == 0) {
            throw RefusedFile.damaged("it holds no picture");
        }
        return new Structure(shown.width, shown.height, orientation);
    }

    /** The size that a chunk states; null for a chunk that states none. */
    private static Dimension size(byte[] bytes, int chunk) {
        int data = chunk + 8;
        if (Bytes.startsWith(bytes, chunk, "VP8X")) {
            return new Dimension(1 + u24(bytes, data + 4), 1 + u24(bytes, data + 7));
        }
        if (Bytes.startsWith(bytes, chunk, "VP8L")) {
            int packed = (int) Bytes.u32(bytes, data + 1, true);
            return new Dimension(1 + (packed & 0x3fff), 1 + (packed >> 14 & 0x3fff));
        }
        if (Bytes.startsWith(bytes, chunk, "VP8 ")) {
            return new Dimension(Bytes.u16(bytes, data + 6, true) & 0x3fff, Bytes.u16(bytes, data + 8, true) & 0x3fff);
        }
        return null;
    }

    private static int u24(byte[] bytes, int offset) {
        return Bytes.u16(bytes, offset, true) | Bytes.u8(bytes, offset + 2) << 16;
    }
}
