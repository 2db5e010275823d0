package org.doubtless.learning.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What is labelled before the learner is asked for the first time. */
@FunctionalInterface
public interface Opening {

    /**
     * Rows of the pool, none twice.
     *
     * @param seed of the run
     */
    int[] rows(Oracle oracle, long seed);

    /** Nothing: the learner chooses from the first image on. */
    static Opening none() {
        return (oracle, seed) -> new int[0];
    }

    /**
     * So many of each class, drawn by chance: as Gal, Islam & Ghahramani (2017) and Kirsch et al. (2019) begin. No
     * project can, which does not know its labels.
     */
    static Opening ofEachClass(int count) {
        return (oracle, seed) -> {
            List<Integer> rows = new ArrayList<>();
            int[] left = new int[oracle.classes()];
            Arrays.fill(left, count);
            for (int row : shuffled(oracle.size(), new SplittableRandom(seed))) {
                if (left[oracle.label(row)]-- > 0) {
                    rows.add(row);
                }
            }
            return rows.stream().mapToInt(Integer::intValue).toArray();
        };
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] order = new int[count];
        Arrays.setAll(order, row -> row);
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }
}
