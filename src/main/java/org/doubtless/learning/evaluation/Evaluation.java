package org.doubtless.learning.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.doubtless.learning.posterior.ClassProbabilities;

/**
 * A model held against known labels.
 *
 * @param images N, how many labels it was held against
 * @param accuracy share of right predictions, with Wilson's 95 % interval
 * @param balancedAccuracy mean over the classes that occur of the share of theirs found, 0 to 1
 * @param negativeLogLikelihood mean {@code -log p(label)} in nats; 0 is perfect
 * @param brier mean {@code sum_c (p_c - [c is the label])^2}, 0 to 2 (Brier 1950)
 * @param calibrationError expected calibration error {@code sum_b n_b/N |accuracy_b - confidence_b|},
 *     0 to 1 (Naeini et al. 2015)
 * @param reliability the bins of {@code calibrationError}, of equal width, from 0 to 1
 * @param classes [C] how many images of each class there were, and how many of them it found
 */
public record Evaluation(
        int images,
        Proportion accuracy,
        double balancedAccuracy,
        double negativeLogLikelihood,
        double brier,
        double calibrationError,
        List<ReliabilityBin> reliability,
        List<Found> classes) {

    private static final int BINS = 15;
    // The smallest step of a 32-bit probability near 1: the model cannot have meant less than this.
    private static final double LEAST_PROBABILITY = 0x1p-24;

    /** Of the images of one class, those that the model took for it. */
    public record Found(int right, int images) {}

    public Evaluation {
        reliability = List.copyOf(reliability);
        classes = List.copyOf(classes);
    }

    /**
     * Compares predictions with the truth.
     *
     * @param probabilities [N,C], N at least 1
     * @param labels N classes, 0 to C-1
     * @throws IllegalArgumentException where there are no labels, their number is not N, or one is no
     *     class
     */
    public static Evaluation of(ClassProbabilities probabilities, int... labels) {
        Labels.require(probabilities, labels);
        int classes = probabilities.classes();
        int[] found = new int[classes];
        int[] occurring = new int[classes];
        double surprise = 0;
        double brier = 0;
        for (int n = 0; n < labels.length; n++) {
            int label = labels[n];
            occurring[label]++;
            found[label] += probabilities.predicted(n) == label ? 1 : 0;
            surprise -= Math.log(Math.max(probabilities.at(n, label), LEAST_PROBABILITY));
            for (int c = 0; c < classes; c++) {
                double miss = probabilities.at(n, c) - (c == label ? 1 : 0);
                brier += miss * miss;
            }
        }
        List<ReliabilityBin> bins = Calibration.bins(probabilities, labels, BINS);
        return new Evaluation(
                labels.length,
                Proportion.wilson(Arrays.stream(found).sum(), labels.length),
                meanRecall(found, occurring),
                surprise / labels.length,
                brier / labels.length,
                Calibration.error(bins),
                bins,
                IntStream.range(0, classes)
                        .mapToObj(c -> new Found(found[c], occurring[c]))
                        .toList());
    }

    private static double meanRecall(int[] found, int[] occurring) {
        double sum = 0;
        int classes = 0;
        for (int c = 0; c < found.length; c++) {
            if (occurring[c] > 0) {
                sum += (double) found[c] / occurring[c];
                classes++;
            }
        }
        return sum / classes;
    }
}
