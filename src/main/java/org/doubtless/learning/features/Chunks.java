package org.doubtless.learning.features;

import java.util.stream.IntStream;

/** Work on ranges of rows, side by side; which rows go together does not depend on the processors. */
final class Chunks {

    private Chunks() {}

    /** What is done with the rows {@code from} (included) to {@code to} (excluded). */
    @FunctionalInterface
    interface Work {
        void on(int from, int to);
    }

    static int count(int rows, int size) {
        return (rows + size - 1) / size;
    }

    static void inParallel(int rows, int size, Work work) {
        int chunks = count(rows, size);
        if (chunks == 1) {
            work.on(0, rows);
            return;
        }
        IntStream.range(0, chunks)
                .parallel()
                .forEach(chunk -> work.on(chunk * size, Math.min(rows, (chunk + 1) * size)));
    }
}
