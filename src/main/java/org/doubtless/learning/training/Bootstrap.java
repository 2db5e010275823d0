package org.doubtless.learning.training;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws as many labels as there are, with replacement (Breiman 1996). */
final class Bootstrap {

    private Bootstrap() {}

    /**
     * Draws rows: one of each class that occurs, so that no member forgets a class of few labels, and
     * the others from all. Where each class has one label, all members therefore learn the same, and differ
     * in their first weights alone.
     *
     * @param rows of {@code labelled} to draw from
     * @return as many rows as given
     */
    static int[] draw(TrainingSet labelled, int[] rows, SplittableRandom random) {
        int[] drawn = new int[rows.length];
        int next = 0;
        for (int clazz = 0; clazz < labelled.classes(); clazz++) {
            int wanted = clazz;
            int[] own = IntStream.of(rows)
                    .filter(row -> labelled.label(row) == wanted)
                    .toArray();
            if (own.length > 0) {
                drawn[next++] = own[random.nextInt(own.length)];
            }
        }
        while (next < drawn.length) {
            drawn[next++] = rows[random.nextInt(rows.length)];
        }
        return drawn;
    }
}
