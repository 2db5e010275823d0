package org.doubtless.learning.features;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Some rows of a pool at random, none twice. */
final class RowSample {

    private RowSample() {}

    /** At most {@code most} of the rows 0 to {@code size}-1, in random order. */
    static int[] of(int size, int most, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] rows = IntStream.range(0, size).toArray();
        int wanted = Math.min(size, most);
        for (int i = 0; i < wanted; i++) {
            int other = random.nextInt(i, size);
            int row = rows[other];
            rows[other] = rows[i];
            rows[i] = row;
        }
        return head(rows, wanted);
    }

    /** The first rows, at most {@code most}. */
    static int[] head(int[] rows, int most) {
        return Arrays.copyOf(rows, Math.min(rows.length, most));
    }
}
