package org.doubtless.jobs;

import java.util.Locale;

/** Where a job stands: waiting → running → done, failed or cancelled; waiting → cancelled. The last three are final. */
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean isFinal() {
        return this != WAITING && this != RUNNING;
    }

    /** The word used in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
