package org.doubtless.pool.files;

/** Reads the first page's directory of a TIFF; its strips or tiles must lie within the file. */
final class TiffStructure {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_BYTES = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;

    private TiffStructure() {}

    static Structure read(byte[] bytes) throws RefusedFile {
        TiffDirectory page = TiffDirectory.first(bytes, 0);
        long width = page.field(WIDTH).value(0);
        long height = page.field(HEIGHT).value(0);
        if (width <= 0 || height <= 0 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw RefusedFile.damaged("it claims a size of %d × %d pixels".formatted(width, height));
        }
        boolean tiled = page.field(TILE_OFFSETS).count() > 0;
        TiffDirectory.Field offsets = page.field(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
        TiffDirectory.Field lengths = page.field(tiled ? TILE_BYTES : STRIP_BYTES);
        if (offsets.count() == 0) {
            throw RefusedFile.damaged("it holds no picture");
        }
        for (int part = 0; part < offsets.count(); part++) {
            long offset = offsets.value(part);
            long length = Math.max(0, lengths.value(part));
            if (offset < 0 || offset > bytes.length || length > bytes.length - offset) {
                throw RefusedFile.truncated();
            }
        }
        return new Structure((int) width, (int) height, ExifOrientation.in(page));
    }
}
