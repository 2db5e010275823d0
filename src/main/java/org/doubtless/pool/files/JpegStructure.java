package org.doubtless.pool.files;

/** Walks a JPEG's segments and scans to its end marker, which a truncated file lacks. */
final class JpegStructure {
    /** A progressive picture has some ten scans; thousands of them are made to keep a decoder busy for hours. */
    private static final int MAX_SCANS = 200;

    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int EXIF = 0xe1;

    private final byte[] bytes;
    private int position = 2;
    private int width;
    private int height;
    private int orientation = Structure.UPRIGHT;
    private int scans;

    private JpegStructure(byte[] bytes) {
        this.bytes = bytes;
    }

    static Structure read(byte[] bytes) throws RefusedFile {
        return new JpegStructure(bytes).walk();
    }

    private Structure walk() throws RefusedFile {
        while (true) {
            int marker = nextMarker();
            if (marker == EOI) {
                break;
            }
            if (hasNoLength(marker)) {
                continue;
            }
            int length = Bytes.u16(bytes, position, false);
            if (length < 2) {
                throw RefusedFile.damaged("a segment has no length");
            }
            if (position + length > bytes.length) {
                throw RefusedFile.truncated();
            }
            segment(marker);
            position += length;
        }
        if (scans == 0 || width == 0 || height == 0) {
            throw RefusedFile.damaged("it holds no picture");
        }
        return new Structure(width, height, orientation);
    }

    private void segment(int marker) throws RefusedFile {
        if (isFrame(marker) && width == 0) {
            height = Bytes.u16(bytes, position + 3, false);
            width = Bytes.u16(bytes, position + 5, false);
        } else if (marker == SOS && ++scans > MAX_SCANS) {
            throw RefusedFile.damaged("it has more than " + MAX_SCANS + " scans");
        } else if (marker == EXIF && Bytes.startsWith(bytes, position + 2, "Exif\0\0")) {
            orientation = ExifOrientation.at(bytes, position + 8);
        }
    }

    /** Skips entropy-coded data too: in it, 0xff is followed by 0 or a restart marker. */
    private int nextMarker() throws RefusedFile {
        while (position + 1 < bytes.length) {
            if (bytes[position++] == (byte) 0xff) {
                int marker = Bytes.u8(bytes, position);
                if (marker != 0 && marker != 0xff) {
                    position++;
                    return marker;
                }
            }
        }
        throw RefusedFile.truncated();
    }

    private static boolean hasNoLength(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
