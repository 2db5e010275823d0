package org.doubtless.pool.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads one file's bytes, and stops after the first ones when they show that the rest is not wanted. */
public final class ReadFile {
    private ReadFile() {}

    public static byte[] read(InputStream stream, long length, CheckImage early) throws IOException, RefusedFile {
        byte[] head = stream.readNBytes((int) Math.min(length, SniffFile.HEAD));
        early.checkHead(head, length);
        if (head.length == length) {
            return head;
        }
        byte[] content = Arrays.copyOf(head, (int) length);
        int read = stream.readNBytes(content, head.length, content.length - head.length);
        if (head.length + read < length) {
            throw RefusedFile.truncated();
        }
        return content;
    }
}
