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
    /** Somebody skipped it; it waits at the end. */
    SKIPPED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Reason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
