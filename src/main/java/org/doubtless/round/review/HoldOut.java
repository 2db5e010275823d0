package org.doubtless.round.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.jobs.JobRun;
import org.doubtless.learning.ActiveLearner;
import org.doubtless.learning.ImageDoubt;
import org.doubtless.learning.LabelledRows;
import org.doubtless.learning.LearnedModel;
import org.doubtless.learning.PreparedPool;
import org.doubtless.learning.work.Progress;

/** Judges each label by a model that has learnt all the others but those of its fold: cross-validation, each class spread evenly. */
final class HoldOut {
    static final int FOLDS = 5;

    private final PreparedPool pool;
    private final ActiveLearner learner;
    private final long seed;

    HoldOut(PreparedPool pool, ActiveLearner learner, long seed) {
        this.pool = pool;
        this.learner = learner;
        this.seed = seed;
    }

    /** What is made of each labelled row, in their order. */
    List<ImageDoubt> judge(JobRun run, LabelledRows labelled) {
        int[] folds = folds(labelled.labels(), seed);
        ImageDoubt[] judged = new ImageDoubt[labelled.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int now = fold;
            run.checkCancelled();
            run.progress(fold, FOLDS);
            int[] held = IntStream.range(0, folds.length)
                    .filter(i -> folds[i] == now)
                    .toArray();
            int[] rows = labelled.rows();
            try (LearnedModel model =
                    learner.learn(pool, without(labelled, folds, fold), run::cancelled, Progress.none())) {
                List<ImageDoubt> doubts =
                        model.score(IntStream.of(held).map(i -> rows[i]).toArray());
                for (int k = 0; k < held.length; k++) {
                    judged[held[k]] = doubts.get(k);
                }
            }
        }
        return List.of(judged);
    }

    private static LabelledRows without(LabelledRows labelled, int[] folds, int fold) {
        int[] kept =
                IntStream.range(0, folds.length).filter(i -> folds[i] != fold).toArray();
        int[] rows = labelled.rows();
        int[] labels = labelled.labels();
        return new LabelledRows(
                labelled.classes(),
                IntStream.of(kept).map(i -> rows[i]).toArray(),
                IntStream.of(kept).map(i -> labels[i]).toArray());
    }

    /** The fold of each label: each class is dealt out like cards that were shuffled by the seed. */
    static int[] folds(int[] labels, long seed) {
        Map<Integer, List<Integer>> byClass = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            byClass.computeIfAbsent(labels[i], label -> new ArrayList<>()).add(i);
        }
        int[] folds = new int[labels.length];
        byClass.forEach((label, places) -> {
            long drawn = new SplittableRandom(seed + label).nextLong();
            Collections.shuffle(places, new Random(drawn));
            // Small classes do not all begin with the same fold.
            int first = (int) Math.floorMod(drawn, (long) FOLDS);
            for (int k = 0; k < places.size(); k++) {
                folds[places.get(k)] = (first + k) % FOLDS;
            }
        });
        return folds;
    }
}
