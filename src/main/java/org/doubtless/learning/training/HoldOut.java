package org.doubtless.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Splits labels into those to train on and, where there are enough, a tenth that tells when to stop.
 */
final class HoldOut {

    /** Fewer labels than this give a held-out tenth too small to tell anything. */
    static final int ENOUGH = 500;

    private static final int SHARE = 10;

    private final int[] training;
    private final int[] held;

    private HoldOut(List<Integer> training, List<Integer> held) {
        this.training = training.stream().mapToInt(Integer::intValue).toArray();
        this.held = held.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Holds out every tenth label of each class, beginning at one drawn at random. */
    static HoldOut of(TrainingSet labelled, SplittableRandom random) {
        List<Integer> training = new ArrayList<>();
        List<Integer> held = new ArrayList<>();
        int[] seen = new int[labelled.classes()];
        for (int clazz = 0; clazz < seen.length; clazz++) {
            seen[clazz] = random.nextInt(SHARE);
        }
        // Of many labels by a model and a few by people, the few are too dear to be held out.
        boolean pseudo = !labelled.isTold(labelled.size() - 1);
        for (int row = 0; row < labelled.size(); row++) {
            boolean out = labelled.size() >= ENOUGH
                    && !(pseudo && labelled.isTold(row))
                    && seen[labelled.label(row)]++ % SHARE == SHARE - 1;
            (out ? held : training).add(row);
        }
        return new HoldOut(training, held);
    }

    /** Rows to train on; never empty. */
    int[] training() {
        return training;
    }

    /** Rows held out; empty where the labels are few. */
    int[] held() {
        return held;
    }
}
