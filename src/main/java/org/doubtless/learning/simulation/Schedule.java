package org.doubtless.learning.simulation;

/** How many labels to ask for at a time, given how many there are. */
@FunctionalInterface
public interface Schedule {

    /** The size of the next batch, at least 1. */
    int batch(int labelled);

    /** So many at the start, then so many at a time. */
    static Schedule constant(int start, int batch) {
        if (start < 1 || batch < 1) {
            throw new IllegalArgumentException("start " + start + " and batch " + batch + " must be at least 1");
        }
        return labelled -> labelled == 0 ? start : batch;
    }

    /**
     * Few at a time while every label teaches much, more later: 10 at the start, 5 until 60, 10 until 100, 20 until
     * 200, then 50.
     */
    static Schedule growing() {
        return labelled -> {
            if (labelled == 0) {
                return 10;
            } else if (labelled < 60) {
                return 5;
            } else if (labelled < 100) {
                return 10;
            }
            return labelled < 200 ? 20 : 50;
        };
    }
}
