package org.doubtless.pool;

import org.doubtless.pool.files.CheckedImage;
import org.doubtless.pool.files.RefusedFile;

/** A file that was looked at: an image ready to be stored, or refused. */
sealed interface PreparedFile {
    String name();

    /** Bytes that it holds in memory. */
    long weight();

    @SuppressWarnings("ArrayRecordComponent") // It is written to the database, never compared.
    record Image(String name, Sha256 sha256, byte[] content, CheckedImage checked) implements PreparedFile {
        @Override
        public long weight() {
            byte[] thumbnail = checked.thumbnail();
            return (long) content.length + (thumbnail == null ? 0 : thumbnail.length);
        }
    }

    record Refused(String name, RefusedFile refusal) implements PreparedFile {
        @Override
        public long weight() {
            return 0;
        }
    }
}
