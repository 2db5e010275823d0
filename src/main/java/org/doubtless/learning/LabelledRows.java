package org.doubtless.learning;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The labelled rows of a pool, in the order in which they were labelled. Immutable. */
public final class LabelledRows {

    private final int classes;
    private final int[] rows;
    private final int[] labels;

    /**
     * @param classes C, at least 2
     * @param rows of the pool, each once; may be empty
     * @param labels of the rows, 0 to C-1
     * @throws IllegalArgumentException naming the row that is given twice or whose label is no class
     */
    public LabelledRows(int classes, int[] rows, int[] labels) {
        requireNonNull(rows, "rows is null");
        requireNonNull(labels, "labels is null");
        if (classes < 2) {
            throw new IllegalArgumentException(classes + " classes leave nothing to learn: give at least 2");
        }
        if (rows.length != labels.length) {
            throw new IllegalArgumentException(labels.length + " labels for " + rows.length + " rows");
        }
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < rows.length; i++) {
            if (!seen.add(rows[i])) {
                throw new IllegalArgumentException("row " + rows[i] + " is given twice");
            }
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "row " + rows[i] + " has the label " + labels[i] + ", but there are " + classes + " classes");
            }
        }
        this.classes = classes;
        this.rows = rows.clone();
        this.labels = labels.clone();
    }

    /** Nothing labelled yet. */
    public static LabelledRows none(int classes) {
        return new LabelledRows(classes, new int[0], new int[0]);
    }

    /** These, and then some more. */
    public LabelledRows and(int[] moreRows, int[] moreLabels) {
        int[] allRows = Arrays.copyOf(rows, rows.length + moreRows.length);
        int[] allLabels = Arrays.copyOf(labels, labels.length + moreLabels.length);
        System.arraycopy(moreRows, 0, allRows, rows.length, moreRows.length);
        System.arraycopy(moreLabels, 0, allLabels, labels.length, moreLabels.length);
        return new LabelledRows(classes, allRows, allLabels);
    }

    /** L, how many are labelled. */
    public int size() {
        return rows.length;
    }

    /** C, the number of classes. */
    public int classes() {
        return classes;
    }

    /** How many classes occur. */
    public int classesSeen() {
        return (int) Arrays.stream(labels).distinct().count();
    }

    /** The rows [L]; a copy. */
    public int[] rows() {
        return rows.clone();
    }

    /** The labels [L]; a copy. */
    public int[] labels() {
        return labels.clone();
    }
}
