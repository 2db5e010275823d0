package org.doubtless.pool.files;

import java.util.zip.CRC32;

/** Walks a PNG's chunks and their checksums to the end chunk. */
final class PngStructure {
    static final int HEADER = 33;

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;

    private PngStructure() {}

    static Structure read(byte[] bytes) throws RefusedFile {
        if (!Bytes.startsWith(bytes, 12, "IHDR")) {
            throw bytes.length < HEADER ? RefusedFile.truncated() : RefusedFile.damaged("its header is missing");
        }
        int orientation = Structure.UPRIGHT;
        boolean picture = false;
        long position = SIGNATURE;
        while (true) {
            if (position + FRAME > bytes.length) {
                throw RefusedFile.truncated();
            }
            int at = (int) position;
            long length = Bytes.u32(bytes, at, false);
            long next = position + FRAME + length;
            if (next > bytes.length) {
                throw RefusedFile.truncated();
            }
            checkSum(bytes, at, (int) length);
            if (Bytes.startsWith(bytes, at + 4, "IEND")) {
                break;
            }
            picture |= Bytes.startsWith(bytes, at + 4, "IDAT");
            if (Bytes.startsWith(bytes, at + 4, "eXIf")) {
                orientation = ExifOrientation.at(bytes, at + 8);
            }
            position = next;
        }
        if (!picture) {
            throw RefusedFile.damaged("it holds no picture");
        }
        return new Structure(side(bytes, 16), side(bytes, 20), orientation);
    }

    private static int side(byte[] bytes, int offset) throws RefusedFile {
        long side = Bytes.u32(bytes, offset, false);
        if (side == 0 || side > Integer.MAX_VALUE) {
            throw RefusedFile.damaged("it claims a side of " + side + " pixels");
        }
        return (int) side;
    }

    private static void checkSum(byte[] bytes, int at, int length) throws RefusedFile {
        CRC32 sum = new CRC32();
        sum.update(bytes, at + 4, length + 4);
        boolean ancillary = (bytes[at + 4] & 0x20) != 0;
        if (!ancillary && sum.getValue() != Bytes.u32(bytes, at + 8 + length, false)) {
            throw RefusedFile.damaged("a checksum in it is wrong");
        }
    }
}
