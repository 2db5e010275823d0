package org.doubtless.learning.features;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows that stand for all. */
public final class SampledRows {

    private SampledRows() {}

    /** {@code size} of N rows, or all where there are fewer, drawn without replacement; ascending. */
    public static int[] of(int rows, int size, SplittableRandom random) {
        int[] all_N = IntStream.range(0, rows).toArray();
        int drawn = Math.min(rows, size);
        for (int i = 0; i < drawn; i++) {
            int other = random.nextInt(i, rows);
            int swapped = all_N[i];
            all_N[i] = all_N[other];
            all_N[other] = swapped;
        }
        int[] some = Arrays.copyOf(all_N, drawn);
        Arrays.sort(some);
        return some;
    }
}
