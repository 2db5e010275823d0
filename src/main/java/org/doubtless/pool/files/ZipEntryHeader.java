package org.doubtless.pool.files;

/** One entry as the ZIP's directory states it; nothing of it is proven. */
public record ZipEntryHeader(String name, int flags, int method, long checksum, long packed, long size, long offset) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** A folder, or a file that systems leave in ZIPs and nobody means to send. */
    public boolean isNoFile() {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.isEmpty()
                || name.startsWith("__MACOSX/")
                || last.startsWith("._")
                || last.equals(".DS_Store")
                || last.equalsIgnoreCase("Thumbs.db")
                || last.equalsIgnoreCase("desktop.ini");
    }

    boolean isEncrypted() {
        return (flags & 1) != 0;
    }

    /** Whether the name would leave the folder that it is unpacked into. */
    boolean leavesItsFolder() {
        String path = name.replace('\\', '/');
        if (path.startsWith("/") || path.indexOf('\0') >= 0 || path.matches("(?s)[A-Za-z]:.*")) {
            return true;
        }
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                return true;
            }
        }
        return false;
    }

    void check(FileLimits limits) throws RefusedFile {
        if (leavesItsFolder()) {
            throw new RefusedFile(
                    RefusalReason.ZIP_PATH_TRAVERSAL,
                    "Its path leads out of the ZIP's folder, as an attack's does. Pack it under a plain name.");
        }
        if (isEncrypted()) {
            throw new RefusedFile(
                    RefusalReason.ENCRYPTED, "It is locked with a password. Pack it into a ZIP without one.");
        }
        if (method != STORED && method != DEFLATED) {
            throw new RefusedFile(
                    RefusalReason.UNSUPPORTED,
                    "It is packed by method %d, which is not read. Pack it with the usual ZIP compression (Deflate)."
                            .formatted(method));
        }
        // Small things shrink to nearly nothing in honest files as well.
        if (size > limits.maxBytes() / 16 && size / Math.max(1, packed) > limits.maxZipRatio()) {
            throw new RefusedFile(
                    RefusalReason.ZIP_BOMB,
                    "%,d bytes that unpack to %,d: it is made to fill the disk. Send the image itself."
                            .formatted(packed, size));
        }
    }
}
