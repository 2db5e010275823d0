package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A dense matrix of 32-bit floats, row after row, for the linear algebra of the library.
 *
 * <p>Not copied on the way in or out, since it may be most of the memory there is: whoever writes
 * into {@link #values()} writes into the matrix. The products run in libtorch, in chunks of rows on
 * as many threads as there are processors; the chunks do not depend on that number, so neither do the
 * bytes of a result.
 */
public final class FloatMatrix {

    private final int rows;
    private final int columns;
    private final float[] values;

    /**
     * Takes over the array.
     *
     * @param values rows * columns numbers, row after row
     */
    public FloatMatrix(int rows, int columns, float[] values) {
        requireNonNull(values, "values is null");
        if (rows < 0 || columns < 0 || values.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    values.length + " numbers are not " + rows + " rows x " + columns + " columns");
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /** Nothing but zeros. */
    public static FloatMatrix zeros(int rows, int columns) {
        return new FloatMatrix(rows, columns, new float[Math.multiplyExact(rows, columns)]);
    }

    /** A copy of the features [N,D]. */
    public static FloatMatrix of(FeatureMatrix features) {
        return new FloatMatrix(features.rows(), features.columns(), features.toArray());
    }

    /**
     * The same numbers as features [N,D]; a copy.
     *
     * @throws IllegalArgumentException naming the row that holds a number that is not finite
     */
    public FeatureMatrix toFeatures() {
        return FeatureMatrix.owning(columns, values.clone());
    }

    /** Matrices of the same number of rows, side by side. */
    public static FloatMatrix beside(List<FloatMatrix> parts) {
        int rows = parts.get(0).rows;
        FloatMatrix joined =
                zeros(rows, parts.stream().mapToInt(FloatMatrix::columns).sum());
        int offset = 0;
        for (FloatMatrix part : parts) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(
                        part.values, row * part.columns, joined.values, row * joined.columns + offset, part.columns);
            }
            offset += part.columns;
        }
        return joined;
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** How many columns there are. */
    public int columns() {
        return columns;
    }

    /** One number. */
    public float at(int row, int column) {
        return values[row * columns + column];
    }

    /** The numbers themselves, row after row; no copy. */
    public float[] values() {
        return values;
    }

    /** The given rows, in the given order; a row may be given twice. */
    public FloatMatrix select(int... chosen) {
        FloatMatrix selected = zeros(chosen.length, columns);
        for (int row = 0; row < chosen.length; row++) {
            System.arraycopy(values, chosen[row] * columns, selected.values, row * columns, columns);
        }
        return selected;
    }

    /** The columns {@code from} (included) to {@code to} (excluded). */
    public FloatMatrix columns(int from, int to) {
        FloatMatrix part = zeros(rows, to - from);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, row * columns + from, part.values, row * part.columns, part.columns);
        }
        return part;
    }

    /** Every column times a factor of its own. */
    public FloatMatrix scaled(double... factors) {
        if (factors.length != columns) {
            throw new IllegalArgumentException(factors.length + " factors do not fit " + columns + " columns");
        }
        FloatMatrix scaled = zeros(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                scaled.values[row * columns + column] = (float) (values[row * columns + column] * factors[column]);
            }
        }
        return scaled;
    }

    /** The squared length of each row. */
    public double[] squaredLengths() {
        double[] lengths = new double[rows];
        for (int row = 0; row < rows; row++) {
            lengths[row] = dot(row, this, row);
        }
        return lengths;
    }

    /** The inner product of a row and a row of another matrix, in 64 bits. */
    public double dot(int row, FloatMatrix other, int otherRow) {
        double sum = 0;
        int a = row * columns;
        int b = otherRow * other.columns;
        for (int column = 0; column < columns; column++) {
            sum += (double) values[a + column] * other.values[b + column];
        }
        return sum;
    }

    /** This [N,K] times {@code right} [K,M], giving [N,M]. */
    public FloatMatrix times(FloatMatrix right) {
        requireEqual(columns, right.rows, right);
        return Products.of(this, right, false);
    }

    /** This [N,K] times {@code right} [M,K] transposed, giving [N,M]. */
    public FloatMatrix timesTransposed(FloatMatrix right) {
        requireEqual(columns, right.columns, right);
        return Products.of(this, right, true);
    }

    /** This [N,K] transposed times {@code right} [N,M], giving [K,M]. */
    public FloatMatrix transposedTimes(FloatMatrix right) {
        requireEqual(rows, right.rows, right);
        return Products.transposed(this, right);
    }

    private void requireEqual(int length, int otherLength, FloatMatrix right) {
        if (length != otherLength) {
            throw new IllegalArgumentException("a matrix of " + rows + " x " + columns + " does not fit one of "
                    + right.rows + " x " + right.columns);
        }
    }
}
