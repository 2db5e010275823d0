package org.doubtless.learning.features;

import java.util.Arrays;

/** The nearest of some points for each of N rows. */
public final class Nearest {

    private final int[] point_N;
    private final float[] squared_N;

    Nearest(int rows) {
        point_N = new int[rows];
        squared_N = new float[rows];
        Arrays.fill(point_N, -1);
        Arrays.fill(squared_N, Float.POSITIVE_INFINITY);
    }

    /** Takes in the distances of the rows {@code first}, {@code first + 1}, ... to a point. */
    void see(int first, int point, float... squared_R) {
        for (int r = 0; r < squared_R.length; r++) {
            if (squared_R[r] < squared_N[first + r]) {
                squared_N[first + r] = squared_R[r];
                point_N[first + r] = point;
            }
        }
    }

    /** N, the number of rows. */
    public int rows() {
        return point_N.length;
    }

    /** The point nearest to a row, of equals the first; -1 where there are no points. */
    public int point(int row) {
        return point_N[row];
    }

    /** The squared distance of a row to its nearest point; infinite where there are no points. */
    public float squared(int row) {
        return squared_N[row];
    }

    /** The squared distances of all rows, [N]; a copy. */
    public float[] squared() {
        return squared_N.clone();
    }

    boolean samePoints(int... others_N) {
        return Arrays.equals(point_N, others_N);
    }

    int[] points() {
        return point_N.clone();
    }
}
