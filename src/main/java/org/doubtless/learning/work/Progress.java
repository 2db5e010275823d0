package org.doubtless.learning.work;

/** Hears how far a work is; called often, on the work's own threads, one call at a time. */
@FunctionalInterface
public interface Progress {

    /**
     * Says how far the work is.
     *
     * @param done steps done of {@code total}; work that stops early jumps to the total
     */
    void report(int done, int total);

    /** For work that nobody watches. */
    static Progress none() {
        return (done, total) -> {};
    }
}
