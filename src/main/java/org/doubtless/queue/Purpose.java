package org.doubtless.queue;

import java.util.Locale;

/** What an answer is for. */
public enum Purpose {
    /** It counts for the image. */
    ANSWER,
    /** A lead's decision between readers. */
    ADJUDICATION,
    /** The right answer is known: it counts for the person. */
    GOLD,
    /** The person answered before: it counts for the person. */
    REPEAT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it measures the person and says nothing of the image. */
    public boolean checks() {
        return this == GOLD || this == REPEAT;
    }

    public static Purpose of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** By the reason for which the image was handed out; null for none. */
    static Purpose ofLease(String reason) {
        return Reason.GOLD.word().equals(reason) ? GOLD : Reason.REPEAT.word().equals(reason) ? REPEAT : ANSWER;
    }
}
