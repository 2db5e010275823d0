package org.doubtless.pool.files;

import java.util.Locale;

/** Why a file is not taken. */
public enum RefusalReason {
    EMPTY_FILE,
    NOT_AN_IMAGE,
    UNSUPPORTED,
    TRUNCATED,
    DAMAGED,
    TOO_MANY_PIXELS,
    TOO_LARGE,
    DUPLICATE,
    ENCRYPTED,
    NESTED_ZIP,
    ZIP_PATH_TRAVERSAL,
    ZIP_BOMB,
    UNREADABLE_ZIP;

    /** The word used in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
