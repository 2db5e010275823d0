package org.doubtless.pool.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** The directory at a ZIP's end, ZIP64 included, walked entry by entry. */
final class ZipDirectory {
    private static final int END = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int END_64 = 56;
    private static final int LOCATOR_64 = 20;

    private final FileChannel channel;
    private final long start;
    private final long end;
    /** Bytes put before the ZIP, by which all its offsets are off (a self-extracting one has a program there). */
    private final long shift;

    private ZipDirectory(FileChannel channel, long end, long length, long offset) throws RefusedFile {
        this.channel = channel;
        this.end = end;
        this.start = end - length;
        this.shift = start - offset;
        if (length < 0 || start < 0 || offset < 0 || shift < 0) {
            throw RefusedFile.unreadableZip("its directory lies outside the file");
        }
    }

    static ZipDirectory find(FileChannel channel) throws IOException, RefusedFile {
        long size = channel.size();
        long tailStart = Math.max(0, size - END - LONGEST_COMMENT);
        byte[] tail = bytes(channel, tailStart, (int) (size - tailStart));
        for (int at = tail.length - END; at >= 0; at--) {
            if (Bytes.startsWith(tail, at, "PK\5\6")) {
                return at(channel, tailStart + at, Arrays.copyOfRange(tail, at, at + END));
            }
        }
        throw RefusedFile.unreadableZip("its end is missing, as when a copy was broken off");
    }

    private static ZipDirectory at(FileChannel channel, long position, byte[] record) throws IOException, RefusedFile {
        byte[] locator = bytes(channel, Math.max(0, position - LOCATOR_64), LOCATOR_64);
        if (Bytes.startsWith(locator, 0, "PK\6\7")) {
            byte[] big = bytes(channel, Math.max(0, position - LOCATOR_64 - END_64), END_64);
            if (Bytes.startsWith(big, 0, "PK\6\6")) {
                return new ZipDirectory(
                        channel, position - LOCATOR_64 - END_64, Bytes.u64(big, 40, true), Bytes.u64(big, 48, true));
            }
        }
        if (Bytes.u16(record, 4, true) != Bytes.u16(record, 6, true)) {
            throw RefusedFile.unreadableZip("it is one part of several");
        }
        return new ZipDirectory(channel, position, Bytes.u32(record, 12, true), Bytes.u32(record, 16, true));
    }

    ZipWalk walk() {
        return new ZipWalk(channel, start, end, shift);
    }

    /** Fewer bytes than asked for at the end of the file. */
    static byte[] bytes(FileChannel channel, long position, int length) throws IOException {
        if (position < 0) {
            return new byte[0];
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            // Read on until all is there or the file ends.
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
