package org.doubtless.pool.files;

/** The orientation that a camera wrote into a file; 1 where there is none to be read. */
final class ExifOrientation {
    private static final int ORIENTATION = 274;

    private ExifOrientation() {}

    /** Broken EXIF does not make a picture worthless, so it counts as absent. */
    static int at(byte[] bytes, int offset) {
        try {
            boolean tiff = Bytes.startsWith(bytes, offset, "II*\0") || Bytes.startsWith(bytes, offset, "MM\0*");
            return tiff ? in(TiffDirectory.first(bytes, offset)) : Structure.UPRIGHT;
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            return Structure.UPRIGHT;
        }
    }

    static int in(TiffDirectory directory) {
        long value = directory.field(ORIENTATION).value(0);
        return value >= 1 && value <= 8 ? (int) value : Structure.UPRIGHT;
    }
}
