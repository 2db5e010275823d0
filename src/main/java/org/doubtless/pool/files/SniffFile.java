package org.doubtless.pool.files;

import java.nio.charset.StandardCharsets;

/** Tells a file's format from its first bytes; its name proves nothing. */
public final class SniffFile {
    /** Enough for every format's signature, and nearly always for the size in its header. */
    public static final int HEAD = 64 * 1024;

    private static final int TEXT = 1024;

    private SniffFile() {}

    public static boolean isZip(byte[] head) {
        return Bytes.startsWith(head, 0, "PK\3\4")
                || Bytes.startsWith(head, 0, "PK\5\6")
                || Bytes.startsWith(head, 0, "PK\7\10");
    }

    static ImageFormat format(byte[] head) throws RefusedFile {
        if (head.length == 0) {
            throw new RefusedFile(
                    RefusalReason.EMPTY_FILE, "The file is empty (0 bytes). Copy it again from where it came from.");
        }
        if (Bytes.startsWith(head, 0, "\u00ff\u00d8\u00ff")) {
            return ImageFormat.JPEG;
        }
        if (Bytes.startsWith(head, 0, "\u0089PNG\r\n\u001a\n")) {
            return ImageFormat.PNG;
        }
        if (Bytes.startsWith(head, 0, "GIF87a") || Bytes.startsWith(head, 0, "GIF89a")) {
            return ImageFormat.GIF;
        }
        if (Bytes.startsWith(head, 0, "RIFF") && Bytes.startsWith(head, 8, "WEBP")) {
            return ImageFormat.WEBP;
        }
        ForeignFormat.refuse(head);
        if (isTiff(head)) {
            return ImageFormat.TIFF;
        }
        // Two letters may begin a text as well; the four reserved bytes of a BMP are 0 in every writer known.
        if (Bytes.startsWith(head, 0, "BM") && Bytes.startsWith(head, 6, "\0\0\0\0")) {
            return ImageFormat.BMP;
        }
        throw refusal(head);
    }

    private static boolean isTiff(byte[] head) {
        return Bytes.startsWith(head, 0, "II*\0")
                || Bytes.startsWith(head, 0, "MM\0*")
                || Bytes.startsWith(head, 0, "II+\0")
                || Bytes.startsWith(head, 0, "MM\0+");
    }

    private static RefusedFile refusal(byte[] head) {
        if (isZip(head)) {
            return new RefusedFile(
                    RefusalReason.NESTED_ZIP, "A ZIP inside a ZIP is not opened. Unpack it and send it by itself.");
        }
        String text = new String(head, 0, Math.min(head.length, TEXT), StandardCharsets.ISO_8859_1);
        if (text.contains("<svg")) {
            return new RefusedFile(
                    RefusalReason.UNSUPPORTED, "SVG is not read: it is a drawing without pixels. Save it as PNG.");
        }
        if (isWhollyEmpty(head)) {
            return new RefusedFile(
                    RefusalReason.NOT_AN_IMAGE,
                    "The file holds nothing but zeros, as a broken copy leaves it. Copy it again.");
        }
        return new RefusedFile(
                RefusalReason.NOT_AN_IMAGE,
                (text.chars().allMatch(c -> c >= 0x20 || c == '\n' || c == '\r' || c == '\t' || c == '\f')
                                ? "The file holds text, not an image"
                                : "The file is not an image")
                        + ", whatever its name says. JPEG, PNG, GIF, BMP, TIFF and WebP are read.");
    }

    private static boolean isWhollyEmpty(byte[] head) {
        for (byte b : head) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
