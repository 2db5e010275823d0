package org.doubtless.round;

import java.util.Locale;

/** What started a round. */
enum RoundCause {
    /** A person pressed the button. */
    HAND,
    /** Enough new labels had come in. */
    LABELS,
    /** Its time in the timetable had come. */
    SCHEDULE,
    /** Images came in, which no round has ranked. */
    IMPORT;

    static RoundCause of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
