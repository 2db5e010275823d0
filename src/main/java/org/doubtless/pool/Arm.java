package org.doubtless.pool;

import java.util.Locale;

/** Whether an image's label may teach the models, or is kept to measure them. */
public enum Arm {
    ACTIVE,
    CONTROL;

    /** The word used in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Arm of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
