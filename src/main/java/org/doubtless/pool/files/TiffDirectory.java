package org.doubtless.pool.files;

/** The first directory of a TIFF, or of EXIF, which is a TIFF within another file; BigTIFF too. */
final class TiffDirectory {
    private final byte[] bytes;
    private final int start;
    private final boolean littleEndian;
    private final boolean big;
    private final int entries;
    private final long count;

    private TiffDirectory(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        this.littleEndian = Bytes.startsWith(bytes, start, "II");
        this.big = Bytes.u16(bytes, start + 2, littleEndian) == 43;
        int directory = at(big ? u64(start + 8) : u32(start + 4));
        this.count = big ? u64(directory) : Bytes.u16(bytes, directory, littleEndian);
        this.entries = directory + (big ? 8 : 2);
    }

    /** Throws IndexOutOfBoundsException where an offset points out of the file. */
    static TiffDirectory first(byte[] bytes, int start) {
        return new TiffDirectory(bytes, start);
    }

    /** The tag's values; none when the tag is absent. */
    Field field(int tag) {
        int entry = entry(tag);
        if (entry < 0) {
            return new Field(0, 0, 0);
        }
        int size =
                switch (Bytes.u16(bytes, entry + 2, littleEndian)) {
                    case 1 -> 1;
                    case 3 -> 2;
                    case 4, 13 -> 4;
                    case 16, 18 -> 8;
                    default -> 0;
                };
        long values = big ? u64(entry + 4) : u32(entry + 4);
        int place = entry + (big ? 12 : 8);
        boolean inline = values * size <= (big ? 8 : 4);
        return new Field(values, size, inline ? place : at(big ? u64(place) : u32(place)));
    }

    /** The values of one tag; {@code size} is the bytes of each, 0 where they are no whole numbers. */
    final class Field {
        private final long count;
        private final int size;
        private final int first;

        private Field(long count, int size, int first) {
            this.count = count;
            this.size = size;
            this.first = first;
        }

        long count() {
            return count;
        }

        /** One of the values; -1 where there is no such whole number. */
        long value(int index) {
            if (index >= count) {
                return -1;
            }
            int place = Math.addExact(first, Math.multiplyExact(index, size));
            return switch (size) {
                case 1 -> Bytes.u8(bytes, place);
                case 2 -> Bytes.u16(bytes, place, littleEndian);
                case 4 -> u32(place);
                case 8 -> u64(place);
                default -> -1;
            };
        }
    }

    private int entry(int tag) {
        int size = big ? 20 : 12;
        for (long i = 0; i < count; i++) {
            int entry = Math.toIntExact(entries + i * size);
            if (Bytes.u16(bytes, entry, littleEndian) == tag) {
                return entry;
            }
        }
        return -1;
    }

    private int at(long offset) {
        if (offset < 0 || offset > bytes.length - (long) start) {
            throw new IndexOutOfBoundsException("offset " + offset + " lies outside the file");
        }
        return start + (int) offset;
    }

    private long u32(int offset) {
        return Bytes.u32(bytes, offset, littleEndian);
    }

    private long u64(int offset) {
        return Bytes.u64(bytes, offset, littleEndian);
    }
}
