package org.doubtless.learning.evaluation;

import java.util.SplittableRandom;
import org.doubtless.learning.posterior.ClassProbabilities;

/** Predictions made up for tests, and labels drawn from them: they are calibrated. */
final class SomePredictions {

    final ClassProbabilities probabilities;
    final int[] labels;

    SomePredictions(int images, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] all = new float[images * classes];
        labels = new int[images];
        for (int n = 0; n < images; n++) {
            double[] weights = new double[classes];
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                weights[c] = Math.pow(random.nextDouble(), 6);
                sum += weights[c];
            }
            double left = random.nextDouble() * sum;
            labels[n] = classes - 1;
            for (int c = 0; c < classes; c++) {
                all[n * classes + c] = (float) (weights[c] / sum);
                labels[n] = left >= 0 && left < weights[c] ? c : labels[n];
                left -= weights[c];
            }
        }
        probabilities = new ClassProbabilities(images, classes, all);
    }
}
