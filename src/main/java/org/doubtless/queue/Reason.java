package org.doubtless.queue;

import java.util.Locale;

/** Why an image stands where it stands in the queue. */
public enum Reason {
    /** No model has scored it yet; it is spread by chance among the others. */
    UNSCORED,
    /** Nothing is learnt yet; many images look like it. */
    TYPICAL,
    /** The models doubt it, and a label is worth most there. */
    DOUBT,
    /** It belongs to the control arm; its place is drawn by chance. */
    CONTROL,
    /** The model would label it by itself; people are asked blindly whether it is right. */
    AUDIT,
    /** Its automatic label was taken back; it waits at the end. */
    RETURNED,
    /** A lead sent it to the front. */
    SENT,
    /** Somebody skipped it; it waits at the end. */
    SKIPPED,
    /** In no queue: its answer is known, and measures the reader. */
    GOLD,
    /** In no queue: the same person answered it before; measures how far they agree with themselves. */
    REPEAT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its answer measures something, so that nothing may lead it. */
    boolean measures() {
        return this == CONTROL || this == AUDIT || this == GOLD || this == REPEAT;
    }

    static Reason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
