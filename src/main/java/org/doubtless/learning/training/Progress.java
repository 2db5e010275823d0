package org.doubtless.learning.training;

/** Hears how far a training is; called often, on the training's own thread. */
@FunctionalInterface
public interface Progress {

    /**
     * Says how far the training is.
     *
     * @param done steps done of {@code total}; a training that stops early jumps to the total
     */
    void report(int done, int total);

    /** For work that nobody watches. */
    static Progress none() {
        return (done, total) -> {};
    }
}
