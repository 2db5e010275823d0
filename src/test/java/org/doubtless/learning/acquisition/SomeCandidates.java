package org.doubtless.learning.acquisition;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.PosteriorSamples;

/** Candidates made up for tests. */
final class SomeCandidates {

    private SomeCandidates() {}

    /** Networks that agree on some images and not on others. */
    static PosteriorSamples samples(int samples, int images, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] all = new float[samples * images * classes];
        for (int n = 0; n < images; n++) {
            double discord = random.nextDouble();
            double[] common = new double[classes];
            for (int c = 0; c < classes; c++) {
                common[c] = Math.pow(random.nextDouble(), 3);
            }
            for (int s = 0; s < samples; s++) {
                double sum = 0;
                double[] weights = new double[classes];
                for (int c = 0; c < classes; c++) {
                    weights[c] = (1 - discord) * common[c] + discord * Math.pow(random.nextDouble(), 8);
                    sum += weights[c];
                }
                for (int c = 0; c < classes; c++) {
                    all[(s * images + n) * classes + c] = (float) (weights[c] / sum);
                }
            }
        }
        return new PosteriorSamples(samples, images, classes, all);
    }

    /** Networks that are sure of one class each: probabilities of exactly 0 and 1. */
    static PosteriorSamples sure(int samples, int images, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] all = new float[samples * images * classes];
        for (int row = 0; row < samples * images; row++) {
            all[row * classes + random.nextInt(classes)] = 1;
        }
        return new PosteriorSamples(samples, images, classes, all);
    }

    static PosteriorSamples select(PosteriorSamples samples, int... rows) {
        int classes = samples.classes();
        float[] all = new float[samples.samples() * rows.length * classes];
        for (int s = 0; s < samples.samples(); s++) {
            for (int n = 0; n < rows.length; n++) {
                for (int c = 0; c < classes; c++) {
                    all[(s * rows.length + n) * classes + c] = samples.probability(s, rows[n], c);
                }
            }
        }
        return new PosteriorSamples(samples.samples(), rows.length, classes, all);
    }

    static FeatureMatrix features(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            float[] values = new float[columns];
            for (int d = 0; d < columns; d++) {
                values[d] = (float) random.nextDouble(-1, 1);
            }
            all.add(values);
        }
        return FeatureMatrix.ofRows(columns, all);
    }

    /** Everything that any function may ask for. */
    static Candidates whole(PosteriorSamples samples, long seed) {
        return Candidates.of(samples, seed)
                .withFeatures(features(samples.images(), 6, seed + 1))
                .withLabelled(features(3, 6, seed + 2), 0, 1, 1);
    }
}
