package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Squared Euclidean distances of N rows to any number of points: exact, fast, and the same bits however
 * many threads there are.
 *
 * <p>Holds a second copy of the rows, block by block and column by column, N*D floats: so that a
 * processor's vector unit works on many rows at once. Distances are summed in 32 bits from differences,
 * so that a row is at a distance of exactly 0 from a copy of itself. Immutable.
 */
public final class SquaredDistances {

    private static final int BLOCK = 256;

    private final int rows;
    private final int columns;
    private final float[][][] blocks_BDR;

    /**
     * Lays the rows out; they may be 0.
     *
     * @param rows_ND the rows of which distances will be asked
     */
    public SquaredDistances(FeatureMatrix rows_ND) {
        rows = requireNonNull(rows_ND, "rows is null").rows();
        columns = rows_ND.columns();
        blocks_BDR = new float[(rows + BLOCK - 1) / BLOCK][][];
        Arrays.setAll(blocks_BDR, block -> layOut(rows_ND, block * BLOCK));
    }

    private float[][] layOut(FeatureMatrix rows_ND, int first) {
        int length = Math.min(BLOCK, rows - first);
        float[][] block_DR = new float[columns][length];
        float[] row_D = new float[columns];
        for (int r = 0; r < length; r++) {
            rows_ND.copyRow(first + r, row_D, 0);
            for (int d = 0; d < columns; d++) {
                block_DR[d][r] = row_D[d];
            }
        }
        return block_DR;
    }

    /** What is to be done with the distances of some neighbouring rows to one point. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Takes them in. Blocks of rows come in any order and beside one another, so touch nothing but
         * what belongs to these rows; to one block all points come, in their order, on one thread.
         *
         * @param first the first row
         * @param point the row of the point
         * @param squared_R the distances of rows {@code first}, {@code first + 1}, ...; read, do not keep
         */
        void visit(int first, int point, float[] squared_R);
    }

    /** Visits the distance of every row to every point, [N x K], in blocks. */
    public void visit(FeatureMatrix points_KD, Visitor visitor) {
        if (points_KD.rows() > 0 && points_KD.columns() != columns) {
            throw new IllegalArgumentException("points of " + points_KD.columns()
                    + " features have no distance to rows of " + columns + ": extract both with the same settings");
        }
        float[] points = points_KD.toArray();
        IntStream.range(0, blocks_BDR.length).parallel().forEach(block -> {
            float[][] block_DR = blocks_BDR[block];
            float[] squared_R = new float[block_DR[0].length];
            for (int point = 0; point < points_KD.rows(); point++) {
                measure(block_DR, points, point * columns, squared_R);
                visitor.visit(block * BLOCK, point, squared_R);
            }
        });
    }

    // One array a column, four columns a pass, one sum after the other: what the compiler turns into vector
    // instructions. Adding up in pairs is four times slower.
    private static void measure(float[][] block_DR, float[] points, int at, float[] squared_R) {
        Arrays.fill(squared_R, 0);
        int d = 0;
        for (; d + 4 <= block_DR.length; d += 4) {
            addFour(block_DR, d, points, at + d, squared_R);
        }
        for (; d < block_DR.length; d++) {
            float[] column = block_DR[d];
            float value = points[at + d];
            for (int r = 0; r < squared_R.length; r++) {
                float difference = column[r] - value;
                squared_R[r] += difference * difference;
            }
        }
    }

    private static void addFour(float[][] block_DR, int d, float[] points, int at, float[] squared_R) {
        float[] first = block_DR[d];
        float[] second = block_DR[d + 1];
        float[] third = block_DR[d + 2];
        float[] fourth = block_DR[d + 3];
        float v1 = points[at];
        float v2 = points[at + 1];
        float v3 = points[at + 2];
        float v4 = points[at + 3];
        for (int r = 0; r < squared_R.length; r++) {
            float d1 = first[r] - v1;
            float d2 = second[r] - v2;
            float d3 = third[r] - v3;
            float d4 = fourth[r] - v4;
            float sum = squared_R[r];
            sum += d1 * d1;
            sum += d2 * d2;
            sum += d3 * d3;
            sum += d4 * d4;
            squared_R[r] = sum;
        }
    }

    /** N, the number of rows. */
    public int rows() {
        return rows;
    }

    /** Finds the nearest of the points for every row. */
    public Nearest nearest(FeatureMatrix points_KD) {
        Nearest nearest = new Nearest(rows);
        visit(points_KD, nearest::see);
        return nearest;
    }

    /**
     * The k smallest squared distances of each row to the points, [N,k], ascending.
     *
     * @param k 1 to the number of points
     */
    public float[][] smallest(FeatureMatrix points_KD, int k) {
        if (k < 1 || k > points_KD.rows()) {
            throw new IllegalArgumentException("of " + points_KD.rows() + " points there are no " + k + " nearest");
        }
        float[][] smallest_NK = new float[rows][k];
        for (float[] row : smallest_NK) {
            Arrays.fill(row, Float.POSITIVE_INFINITY);
        }
        visit(points_KD, (first, point, squared_R) -> {
            for (int r = 0; r < squared_R.length; r++) {
                insert(squared_R[r], smallest_NK[first + r]);
            }
        });
        return smallest_NK;
    }

    private static void insert(float value, float[] ascending) {
        if (!(value < ascending[ascending.length - 1])) {
            return;
        }
        int at = ascending.length - 1;
        for (; at > 0 && ascending[at - 1] > value; at--) {
            ascending[at] = ascending[at - 1];
        }
        ascending[at] = value;
    }
}
