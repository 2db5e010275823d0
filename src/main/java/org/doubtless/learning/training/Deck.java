package org.doubtless.learning.training;

import java.util.SplittableRandom;

/** Rows dealt out one by one, all of them in ever new orders. */
final class Deck {

    private final int[] rows;
    private final SplittableRandom random;
    private int next;

    /** @param rows at least one */
    Deck(int[] rows, SplittableRandom random) {
        this.rows = rows.clone();
        this.random = random;
        this.next = rows.length;
    }

    int deal() {
        if (next == rows.length) {
            next = 0;
            for (int i = rows.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int row = rows[i];
                rows[i] = rows[other];
                rows[other] = row;
            }
        }
        return rows[next++];
    }
}
