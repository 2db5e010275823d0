package org.doubtless.learning.simulation;

import static java.util.Objects.requireNonNull;

/** Knows the label of every image of a pool, as the experts of a real project do; counts what it was asked. */
public final class Oracle {

    private final int classes;
    private final int[] labels;
    private int asked;

    /**
     * @param classes C, at least 2
     * @param labels one of 0 to C-1 for each image of the pool
     */
    public Oracle(int classes, int... labels) {
        this.classes = classes;
        this.labels = requireNonNull(labels, "labels is null").clone();
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] < 0 || labels[row] >= classes) {
                throw new IllegalArgumentException(
                        "row " + row + " has the label " + labels[row] + ", but there are " + classes + " classes");
            }
        }
    }

    /** C, the number of classes. */
    public int classes() {
        return classes;
    }

    /** How many images it can label. */
    public int size() {
        return labels.length;
    }

    /** The label of an image. */
    public int label(int row) {
        asked++;
        return labels[row];
    }

    /** How many labels it has given. */
    public int asked() {
        return asked;
    }
}
