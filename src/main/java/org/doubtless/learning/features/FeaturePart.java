package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

/**
 * The columns of a feature row that one kind of feature fills.
 *
 * @param name of the kind, such as {@code hog}
 * @param from the first column
 * @param to the column after the last
 */
public record FeaturePart(String name, int from, int to) {

    public FeaturePart {
        requireNonNull(name, "name is null");
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "part " + name + " spans columns " + from + " to " + to + ": give it at least one column");
        }
    }

    /** The number of columns. */
    public int columns() {
        return to - from;
    }
}
