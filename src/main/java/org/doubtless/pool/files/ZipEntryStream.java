package org.doubtless.pool.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The unpacked bytes of one entry; never more than one past the size that its header states. */
final class ZipEntryStream extends InputStream {
    private static final int LOCAL_HEADER = 30;
    private static final int BUFFER = 8192;

    private final InputStream unpacked;
    private final Inflater inflater;
    private long left;

    private ZipEntryStream(InputStream unpacked, Inflater inflater, long left) {
        this.unpacked = unpacked;
        this.inflater = inflater;
        this.left = left;
    }

    static ZipEntryStream open(FileChannel channel, ZipEntryHeader entry) throws IOException, RefusedFile {
        byte[] header = ZipDirectory.bytes(channel, entry.offset(), LOCAL_HEADER);
        if (header.length < LOCAL_HEADER || !Bytes.startsWith(header, 0, "PK\3\4")) {
            throw RefusedFile.damaged("the ZIP's directory points to the wrong place for it");
        }
        long start = entry.offset() + LOCAL_HEADER + Bytes.u16(header, 26, true) + Bytes.u16(header, 28, true);
        boolean stored = entry.method() == ZipEntryHeader.STORED;
        InputStream packed = new Section(channel, start, entry.packed(), !stored);
        long most = entry.size() + 1;
        if (stored) {
            return new ZipEntryStream(packed, null, most);
        }
        Inflater inflater = new Inflater(true);
        int buffer = (int) Math.max(512, Math.min(BUFFER, entry.packed()));
        return new ZipEntryStream(new InflaterInputStream(packed, inflater, buffer), inflater, most);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left <= 0) {
            return -1;
        }
        try {
            int read = unpacked.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        } catch (java.io.EOFException e) {
            return -1;
        }
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
        }
    }

    /** A part of the file, read by position so that threads do not disturb one another. */
    private static final class Section extends InputStream {
        private final FileChannel channel;
        private final long end;
        private long position;
        private boolean padding;

        /** The inflater of headerless data may ask for one byte past the end, which is the padding. */
        Section(FileChannel channel, long start, long length, boolean padding) {
            this.channel = channel;
            this.position = start;
            this.end = start + length;
            this.padding = padding;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (position >= end) {
                if (!padding || length == 0) {
                    return -1;
                }
                padding = false;
                target[offset] = 0;
                return 1;
            }
            int wanted = (int) Math.min(length, end - position);
            int read = channel.read(ByteBuffer.wrap(target, offset, wanted), position);
            position += Math.max(0, read);
            return read;
        }
    }
}
