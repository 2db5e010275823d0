package org.doubtless.pool.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Goes through a ZIP's directory in its order, a block at a time; for one thread. */
public final class ZipWalk {
    private static final int HEADER = 46;
    private static final int BLOCK = 256 * 1024;
    private static final long IN_EXTRA = 0xffffffffL;

    private final FileChannel channel;
    private final long end;
    private final long shift;
    private long position;
    private byte[] block = new byte[0];
    private int next;

    ZipWalk(FileChannel channel, long start, long end, long shift) {
        this.channel = channel;
        this.position = start;
        this.end = end;
        this.shift = shift;
    }

    /** The next entry, or null after the last. */
    public ZipEntryHeader next() throws IOException, RefusedFile {
        if (position - (block.length - next) >= end) {
            return null;
        }
        byte[] header = take(HEADER);
        if (Bytes.startsWith(header, 0, "PK\5\5")) {
            return null;
        }
        if (!Bytes.startsWith(header, 0, "PK\1\2")) {
            throw RefusedFile.unreadableZip("its directory is damaged");
        }
        byte[] name = take(Bytes.u16(header, 28, true));
        byte[] extra = take(Bytes.u16(header, 30, true));
        take(Bytes.u16(header, 32, true));
        return entry(header, name, new Extra(extra));
    }

    private ZipEntryHeader entry(byte[] header, byte[] name, Extra extra) throws RefusedFile {
        // In this order: each stands in the extra field only if its own field is full.
        long size = extra.insteadOf(Bytes.u32(header, 24, true));
        long packed = extra.insteadOf(Bytes.u32(header, 20, true));
        long offset = extra.insteadOf(Bytes.u32(header, 42, true));
        if (size < 0 || packed < 0 || offset < 0) {
            throw RefusedFile.unreadableZip("its directory is damaged");
        }
        return new ZipEntryHeader(
                text(name),
                Bytes.u16(header, 8, true),
                Bytes.u16(header, 10, true),
                Bytes.u32(header, 16, true),
                packed,
                size,
                offset + shift);
    }

    private byte[] take(int length) throws IOException, RefusedFile {
        if (length > block.length - next) {
            long from = position - (block.length - next);
            block = ZipDirectory.bytes(channel, from, (int) Math.min(Math.max(BLOCK, length), end - from));
            position = from + block.length;
            next = 0;
        }
        if (length > block.length) {
            throw RefusedFile.unreadableZip("its directory is cut off");
        }
        next += length;
        return Arrays.copyOfRange(block, next - length, next);
    }

    /** Writers forget the flag for UTF-8, but other text is hardly ever valid UTF-8 by chance. */
    private static String text(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            Charset dos = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
            return new String(name, dos);
        }
    }

    /** The ZIP64 field among an entry's extra ones. */
    private static final class Extra {
        private final byte[] bytes;
        private int at;
        private int end;

        Extra(byte[] bytes) {
            this.bytes = bytes;
            for (int field = 0; field + 4 <= bytes.length; field += 4 + Bytes.u16(bytes, field + 2, true)) {
                if (Bytes.u16(bytes, field, true) == 1) {
                    at = field + 4;
                    end = Math.min(bytes.length, at + Bytes.u16(bytes, field + 2, true));
                }
            }
        }

        long insteadOf(long value) {
            if (value != IN_EXTRA || at + 8 > end) {
                return value;
            }
            at += 8;
            return Bytes.u64(bytes, at - 8, true);
        }
    }
}
