package org.doubtless.learning.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.ClassProbabilities;

/** Labels that a model gave, and of which it was sure, as a help beside those of people (Lee 2013). */
public final class PseudoLabels {

    /** The share of a pool, the most confident of it, that is learnt from. */
    public static final double SHARE = 0.7;

    // In a batch: people's labels are few, and right.
    private static final double TOLD_SHARE = 0.25;

    private PseudoLabels() {}

    /**
     * Joins labels with the most confident 70 % of a pool. Each of the former weighs so much that they
     * make up a quarter of what {@link Sampling#EACH_CLASS} shows.
     *
     * @param truth labels of people
     * @param pool [N,D] other images
     * @param soft [N,C] what a model says of them
     * @param confidence [N] how sure it is of each; only the order counts
     * @throws IllegalArgumentException where numbers do not fit
     */
    public static TrainingSet join(
            TrainingSet truth, FeatureMatrix pool, ClassProbabilities soft, double... confidence) {
        int classes = truth.classes();
        if (soft.classes() != classes || soft.images() != pool.rows() || confidence.length != pool.rows()) {
            throw new IllegalArgumentException(soft.images() + " targets of " + soft.classes() + " classes and "
                    + confidence.length + " confidences do not fit " + pool.rows() + " images of " + classes
                    + " classes");
        }
        int[] sure = IntStream.range(0, pool.rows())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -confidence[row]))
                .limit(Math.round(SHARE * pool.rows()))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        int told = truth.size();
        List<float[]> rows = new ArrayList<>(told + sure.length);
        float[] targets_NC = new float[(told + sure.length) * classes];
        float[] weights_N = new float[told + sure.length];
        float toldWeight = (float) Math.max(1, sure.length * TOLD_SHARE / (1 - TOLD_SHARE) / told);
        for (int row = 0; row < weights_N.length; row++) {
            boolean byPeople = row < told;
            weights_N[row] = byPeople ? toldWeight : 1;
            rows.add(byPeople ? row(truth.features(), row) : row(pool, sure[row - told]));
            for (int c = 0; c < classes; c++) {
                targets_NC[row * classes + c] = byPeople ? truth.target(row, c) : soft.at(sure[row - told], c);
            }
        }
        ClassProbabilities targets = new ClassProbabilities(weights_N.length, classes, targets_NC);
        return TrainingSet.soft(FeatureMatrix.ofRows(pool.columns(), rows), targets)
                .weighted(weights_N)
                .toldFirst(told);
    }

    private static float[] row(FeatureMatrix features, int row) {
        float[] values = new float[features.columns()];
        features.copyRow(row, values, 0);
        return values;
    }
}
