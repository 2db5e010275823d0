package org.doubtless.learning.acquisition;

import java.util.Arrays;

/** The rows that a function chose one after the other, and what is left to score the others by. */
final class Picks {

    private final int[] rows;
    private final boolean[] taken_N;
    private int size;

    /** Room for {@code most} of N candidates, or for all where there are fewer. */
    Picks(int candidates, int most) {
        rows = new int[Math.min(candidates, most)];
        taken_N = new boolean[candidates];
    }

    boolean areComplete() {
        return size == rows.length;
    }

    boolean has(int row) {
        return taken_N[row];
    }

    void add(int row) {
        if (taken_N[row]) {
            throw new IllegalStateException("row " + row + " is picked already");
        }
        taken_N[row] = true;
        rows[size++] = row;
    }

    /** The row not picked yet whose value is highest, of equals the lowest row. */
    int best(double... values_N) {
        int best = -1;
        for (int row = 0; row < values_N.length; row++) {
            if (!taken_N[row] && (best < 0 || values_N[row] > values_N[best])) {
                best = row;
            }
        }
        return best;
    }

    /** Scores [N]: the picks above everything else in their order, the others as they are. */
    double[] above(double... others_N) {
        double[] scores_N = others_N.clone();
        double highest = Arrays.stream(others_N).max().orElse(0);
        for (int place = 0; place < size; place++) {
            scores_N[rows[place]] = highest + size - place;
        }
        return scores_N;
    }
}
