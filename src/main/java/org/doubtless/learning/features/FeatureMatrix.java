package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/**
 * The features [N,D] of N images, one row an image, as 32-bit floats.
 *
 * <p>Immutable, and every number in it is finite. Row numbers have a meaning only beside the list of
 * images that made the matrix.
 */
public final class FeatureMatrix {

    private final int rows;
    private final int columns;
    private final float[] values_ND;

    private FeatureMatrix(int columns, float[] values_ND) {
        this.rows = values_ND.length / columns;
        this.columns = columns;
        this.values_ND = values_ND;
    }

    /**
     * Copies the rows into a matrix.
     *
     * @param columns D, at least 1
     * @param rows N rows of D numbers each; may be empty
     * @throws IllegalArgumentException naming the row whose length is not D or which holds a number
     *     that is not finite
     */
    public static FeatureMatrix ofRows(int columns, List<float[]> rows) {
        requireNonNull(rows, "rows is null");
        if (columns < 1) {
            throw new IllegalArgumentException("columns is " + columns + ": a row needs at least one number");
        }
        float[] values_ND = new float[Math.multiplyExact(rows.size(), columns)];
        for (int row = 0; row < rows.size(); row++) {
            float[] values_D = rows.get(row);
            if (values_D.length != columns) {
                throw new IllegalArgumentException(
                        "row " + row + " has " + values_D.length + " features where " + columns + " are expected");
            }
            requireFinite(row, values_D);
            System.arraycopy(values_D, 0, values_ND, row * columns, columns);
        }
        return new FeatureMatrix(columns, values_ND);
    }

    /** Takes over [N*D] numbers, which nobody may change any more; messages as of {@link #ofRows}. */
    public static FeatureMatrix owning(int columns, float[] values_ND) {
        for (int i = 0; i < values_ND.length; i++) {
            if (!Float.isFinite(values_ND[i])) {
                throw new IllegalArgumentException("row " + i / columns + ", column " + i % columns + " is "
                        + values_ND[i] + ": leave the image out or mend it");
            }
        }
        return new FeatureMatrix(columns, values_ND);
    }

    private static void requireFinite(int row, float[] values_D) {
        for (int column = 0; column < values_D.length; column++) {
            if (!Float.isFinite(values_D[column])) {
                throw new IllegalArgumentException("row " + row + ", column " + column + " is " + values_D[column]
                        + ": leave the image out or mend it");
            }
        }
    }

    /** N, the number of images. */
    public int rows() {
        return rows;
    }

    /** D, the length of a row. */
    public int columns() {
        return columns;
    }

    /** One feature of one image. */
    public float at(int row, int column) {
        return values_ND[row * columns + column];
    }

    /** Writes the D numbers of a row into {@code target}, beginning at {@code offset}. */
    public void copyRow(int row, float[] target, int offset) {
        System.arraycopy(values_ND, row * columns, target, offset, columns);
    }

    /** The rows {@code from} (included) to {@code to} (excluded), in order. */
    public FeatureMatrix range(int from, int to) {
        return new FeatureMatrix(columns, Arrays.copyOfRange(values_ND, from * columns, to * columns));
    }

    /** The given rows, in the given order; a row may be given twice. */
    public FeatureMatrix select(int... chosen) {
        float[] values_KD = new float[Math.multiplyExact(chosen.length, columns)];
        for (int row = 0; row < chosen.length; row++) {
            copyRow(chosen[row], values_KD, row * columns);
        }
        return new FeatureMatrix(columns, values_KD);
    }

    /** All numbers, row after row [N*D]; a copy. */
    public float[] toArray() {
        return values_ND.clone();
    }
}
