package org.doubtless.learning.training;

import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureShape;

/**
 * What there is to learn from, and how.
 *
 * @param held rows that are not trained on but tell when to stop
 */
record Lesson(TrainingSet labelled, FeatureShape shape, TrainingSettings settings, int[] held) {

    Batches batches(int[] rows, SplittableRandom random) {
        return new Batches(labelled, shape, rows, settings.batch(), random);
    }
}
