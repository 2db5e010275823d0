package org.doubtless.learning.acquisition;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Candidates in the order in which to ask: highest score first, of equals the lower row. Immutable. */
public final class Ranking {

    private final double[] scores;
    private final int[] order;

    private Ranking(double[] scores, int[] order) {
        this.scores = scores;
        this.order = order;
    }

    /**
     * Ranks by score.
     *
     * @param scores one finite number a row, [N]
     * @throws IllegalArgumentException naming the first row whose score is not finite
     */
    public static Ranking of(double... scores) {
        requireNonNull(scores, "scores is null");
        for (int row = 0; row < scores.length; row++) {
            if (!Double.isFinite(scores[row])) {
                throw new IllegalArgumentException(
                        "row " + row + " has the score " + scores[row] + ": leave the image out or score it anew");
            }
        }
        // Adding 0.0 makes -0.0 the equal of 0.0.
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -(scores[row] + 0.0)))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Ranking(scores.clone(), order);
    }

    /** N, the number of candidates. */
    public int size() {
        return order.length;
    }

    /** The row at a place, 0 being the first to ask. */
    public int row(int place) {
        return order[place];
    }

    /** The score of a row. */
    public double score(int row) {
        return scores[row];
    }

    /** All rows, first to ask first; a copy. */
    public int[] order() {
        return order.clone();
    }
}
