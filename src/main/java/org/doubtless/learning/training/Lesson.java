package org.doubtless.learning.training;

import java.util.stream.IntStream;
import org.doubtless.learning.features.FeatureShape;

/**
 * What there is to learn from, and how.
 *
 * @param likelihood of the labels, given a network
 * @param classWeights how much a label of each of the C classes counts; not to be written to
 * @param held rows that are not trained on but tell when to stop; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and never handed out.
record Lesson(
        TrainingSet labelled,
        FeatureShape shape,
        TrainingSettings settings,
        Likelihood likelihood,
        double[] classWeights,
        int[] held) {

    private static final double COUNTED = 10;

    static Lesson of(TrainingSet labelled, FeatureShape shape, TrainingSettings settings, int[] held) {
        double[] classWeights = IntStream.range(0, labelled.classes())
                .mapToDouble(labelled::weight)
                .toArray();
        return new Lesson(labelled, shape, settings, Likelihood.CATEGORICAL, classWeights, held);
    }

    /**
     * How much an image counts: its own weight, times that of its class. Of a soft target the mean over
     * its classes is taken, which leaves the target as it is.
     */
    double weight(int row) {
        if (settings.sampling() == Sampling.EACH_CLASS) {
            return 1; // The weight decides how often it is shown.
        }
        double classWeight = 0;
        for (int c = 0; c < classWeights.length; c++) {
            classWeight += labelled.target(row, c) * classWeights[c];
        }
        return labelled.rowWeight(row) * classWeight;
    }

    /**
     * How many labels there are in these rows, each counted by its weight, and ten times: against the
     * prior of a wide network a hundred labels counted once say nothing. Posteriors of networks predict
     * well only when they are cold (Wenzel et al. 2020, "How good is the Bayes posterior in deep neural
     * networks really?").
     */
    double evidence(int[] rows) {
        return COUNTED * IntStream.of(rows).mapToDouble(labelled::rowWeight).sum();
    }
}
