package org.doubtless.learning.work;

/** Training or extraction ended because it was asked to; nothing of it is left behind. */
public final class CancelledLearning extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CancelledLearning() {
        super("the work was cancelled");
    }
}
