package org.doubtless.pool;

import org.doubtless.pool.files.RefusalReason;
import org.doubtless.pool.files.RefusedFile;

/**
 * A file that was not taken, and why.
 *
 * @param image of a duplicate: the one that is kept; otherwise null
 */
record Rejection(String filename, String reason, String detail, Long image) {
    static Rejection refused(String filename, RefusedFile refusal) {
        return new Rejection(filename, refusal.reason().word(), refusal.detail(), null);
    }

    static Rejection duplicate(String filename, ImageId kept, String keptName) {
        return new Rejection(
                filename,
                RefusalReason.DUPLICATE.word(),
                "The pool has this image already, as %s (image %s), byte for byte. Nothing is to be done."
                        .formatted(keptName, kept),
                kept.value());
    }
}
