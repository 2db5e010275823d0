package org.doubtless.round;

import java.util.Locale;

/** What started a round. */
enum RoundCause {
    /** A person pressed the button. */
    HAND,
    /** Enough new labels had come in. */
    LABELS;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
