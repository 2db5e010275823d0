package org.doubtless.pool.files;

import java.util.Objects;

/** A file is not taken; the message tells a person what is wrong and what to do. */
public final class RefusedFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;

    RefusedFile(RefusalReason reason, String detail) {
        super(Objects.requireNonNull(detail, "detail is null"), null, false, false);
        this.reason = Objects.requireNonNull(reason, "reason is null");
    }

    static RefusedFile truncated() {
        return new RefusedFile(
                RefusalReason.TRUNCATED,
                "The file ends before its picture does. Copy or download it again from where it came from.");
    }

    static RefusedFile damaged(String what) {
        return new RefusedFile(
                RefusalReason.DAMAGED,
                "The file is damaged: " + what + ". Copy it again from where it came from, or save it anew.");
    }

    static RefusedFile unreadableZip(String what) {
        return new RefusedFile(
                RefusalReason.UNREADABLE_ZIP, "The ZIP cannot be read: " + what + ". Make it anew and send it again.");
    }

    static RefusedFile zipBomb(String what) {
        return new RefusedFile(
                RefusalReason.ZIP_BOMB, "The ZIP would fill the disk: " + what + ". Send the images themselves.");
    }

    /** Each open one takes a file handle, which connections need too. */
    public static RefusedFile oneZipTooMany(int most) {
        return new RefusedFile(
                RefusalReason.TOO_LARGE,
                "One upload takes %,d ZIPs, and this is one more. Send it in another upload.".formatted(most));
    }

    public RefusalReason reason() {
        return reason;
    }

    public String detail() {
        return getMessage();
    }
}
