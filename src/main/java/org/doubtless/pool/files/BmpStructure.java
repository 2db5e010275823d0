package org.doubtless.pool.files;

/** Reads a BMP's header; an uncompressed picture must have all its rows. */
final class BmpStructure {
    static final int HEADER = 34;

    private static final int CORE_HEADER = 12;

    record Size(long width, long height) {}

    private BmpStructure() {}

    static Size size(byte[] bytes) {
        if (Bytes.u32(bytes, 14, true) == CORE_HEADER) {
            return new Size(Bytes.u16(bytes, 18, true), Bytes.u16(bytes, 20, true));
        }
        // A negative height means that the top row comes first.
        return new Size((int) Bytes.u32(bytes, 18, true), Math.abs((long) (int) Bytes.u32(bytes, 22, true)));
    }

    static Structure read(byte[] bytes) throws RefusedFile {
        Size size = size(bytes);
        if (size.width() <= 0 || size.height() <= 0 || size.height() > Integer.MAX_VALUE) {
            throw RefusedFile.damaged("it claims a size of %d × %d pixels".formatted(size.width(), size.height()));
        }
        boolean core = Bytes.u32(bytes, 14, true) == CORE_HEADER;
        int bits = Bytes.u16(bytes, core ? 24 : 28, true);
        long compression = core ? 0 : Bytes.u32(bytes, 30, true);
        long row = (size.width() * bits + 31) / 32 * 4;
        long start = Bytes.u32(bytes, 10, true);
        boolean everyRowHasItsLength = compression == 0 || compression == 3;
        if (start > bytes.length || (everyRowHasItsLength && row > (bytes.length - start) / size.height())) {
            throw RefusedFile.truncated();
        }
        return new Structure((int) size.width(), (int) size.height(), Structure.UPRIGHT);
    }
}
