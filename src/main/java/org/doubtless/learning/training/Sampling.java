package org.doubtless.learning.training;

/** In what shares a training shows what there is. */
public enum Sampling {
    /** Every image as often as any other; rare classes count more in the loss. */
    EACH_IMAGE,
    /**
     * Every class as often as any other, so that an image of a rare class comes again and again, and
     * within a class an image of twice the weight twice as often.
     */
    EACH_CLASS
}
