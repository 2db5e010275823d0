package org.doubtless.learning.features;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows that stand for all. */
public final class SampledRows {

    private SampledRows() {}

    /** {@code size} of N rows, or all where there are fewer, drawn without replacement; ascending. */
    public static int[] of(int rows, int size, SplittableRandom random) {
        int[] some = drawn(rows, size, random);
        Arrays.sort(some);
        return some;
    }

    /** The same in the order in which they were drawn, so that the first of them stand for all, too. */
    static int[] drawn(int rows, int size, SplittableRandom random) {
        int[] all_N = IntStream.range(0, rows).toArray();
        int drawn = Math.min(rows, size);
        for (int i = 0; i < drawn; i++) {
            int other = random.nextInt(i, rows);
            int swapped = all_N[i];
            all_N[i] = all_N[other];
            all_N[other] = swapped;
        }
        return Arrays.copyOf(all_N, drawn);
    }
}
