package org.doubtless.learning;

import java.util.SplittableRandom;

/** What a learner's seed is for; each has a seed of its own, so that none depends on how much another draws. */
enum Purpose {
    TRAINING,
    POSTERIOR,
    ACQUISITION,
    CANDIDATES;

    long seed(LearnerSettings settings) {
        return new SplittableRandom(settings.seed())
                .longs(ordinal() + 1L)
                .skip(ordinal())
                .sum();
    }
}
