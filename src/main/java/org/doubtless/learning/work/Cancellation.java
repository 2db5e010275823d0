package org.doubtless.learning.work;

/** Whether somebody wants the work to end; asked between steps, so it should answer fast. */
@FunctionalInterface
public interface Cancellation {

    /** True once the work should end. */
    boolean isRequested();

    /**
     * Ends the work here if it should end.
     *
     * @throws CancelledLearning once the work should end
     */
    default void check() {
        if (isRequested()) {
            throw new CancelledLearning();
        }
    }

    /** For work that nobody cancels. */
    static Cancellation never() {
        return () -> false;
    }
}
