package org.doubtless.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.training.TrainedModel;
import org.doubtless.learning.training.TrainingSet;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints how long a round's learning and scoring take: {@code mvn test -Pbenchmark -Dtest=LearningBenchmark}. */
@Tag("benchmark")
class LearningBenchmark {

    private static final FeatureShape SHAPE = new FeatureShape(3, 32, 32);
    private static final int CLASSES = 10;
    private static final int POOL = 3_000;

    private final StreamedLearner learner = new StreamedLearner(LearnerSettings.network(1));

    @Test
    void printsSecondsAndRates() {
        learn(2); // Loads the native library.
        TrainedModel model = learn(20);
        for (int labels : new int[] {20, 100, 300, 2_000}) {
            long start = System.nanoTime();
            model = learn(labels);
            System.out.printf("learning %,d labels of 32x32x3: %.1f s%n", labels, seconds(start));
        }
        FeatureMatrix pool = noise(POOL);
        try (PoolScoring scoring = learner.score(model)) {
            for (int pass = 0; pass < 3; pass++) {
                long start = System.nanoTime();
                int scored = 0;
                for (int from = 0; from < POOL; from += 200) {
                    scored += scoring.score(pool.range(from, Math.min(POOL, from + 200)))
                            .size();
                }
                assertThat(scored).isEqualTo(POOL);
                System.out.printf("scoring %,d images, 20 samples: %.1f s%n", POOL, seconds(start));
            }
        }
    }

    private TrainedModel learn(int labels) {
        int[] classes = new SplittableRandom(2).ints(labels, 0, CLASSES).toArray();
        return learner.learn(
                new TrainingSet(noise(labels), CLASSES, classes), SHAPE, Cancellation.never(), Progress.none());
    }

    private static FeatureMatrix noise(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        List<float[]> images = new ArrayList<>(Collections.nCopies(rows, null));
        images.replaceAll(none -> {
            float[] image = new float[SHAPE.columns()];
            for (int i = 0; i < image.length; i++) {
                image[i] = (float) random.nextDouble();
            }
            return image;
        });
        return FeatureMatrix.ofRows(SHAPE.columns(), images);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
