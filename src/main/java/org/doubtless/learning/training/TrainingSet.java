package org.doubtless.learning.training;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.ClassProbabilities;

/**
 * Labelled images: features [N,D], what each shows, and how much each counts. Immutable.
 *
 * <p>What an image shows is a class, or, where that is in doubt, a distribution over the classes (a
 * soft target). Classes that occur seldom count more: {@code w_c = n / (K n_c)} within 0.1 to 9, with
 * K the number of classes that occur and n_c the sum of the targets of class c, each times the weight
 * of its image.
 */
public final class TrainingSet {

    private static final double LEAST_WEIGHT = 0.1;
    private static final double MOST_WEIGHT = 9;
    private static final double ROUNDING = 1e-3;

    private final FeatureMatrix features;
    private final int classes;
    private final int[] labels;
    /** [N,C]; null where every target is 1 at the label. */
    private final float[] targets_NC;
    /** [N]; null where every image counts alike. */
    private final float[] weights_N;

    private final double[] mass_C;
    /** The first so many rows were labelled by people, the others by a model. */
    private final int told;

    /**
     * Images of which each shows one class.
     *
     * @param classes C, at least 2, also of those not seen yet
     * @param labels N classes, 0 to C-1; at least one; all may be of one class
     * @throws IllegalArgumentException where numbers do not fit, naming the row of a label that is no
     *     class
     */
    public TrainingSet(FeatureMatrix features, int classes, int... labels) {
        this(features, classes, labels.clone(), null, null, labels.length);
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] < 0 || labels[row] >= classes) {
                throw new IllegalArgumentException(
                        "row " + row + " has the label " + labels[row] + ", but there are " + classes + " classes");
            }
        }
        fillMass();
    }

    /**
     * Images with soft targets: an annotator's doubt, labels propagated by a graph.
     *
     * @param targets [N,C], each row a distribution
     * @throws IllegalArgumentException where numbers do not fit, naming the row that does not sum to 1
     */
    public static TrainingSet soft(FeatureMatrix features, ClassProbabilities targets) {
        requireNonNull(targets, "targets is null");
        int classes = targets.classes();
        int[] labels = new int[targets.images()];
        float[] targets_NC = new float[Math.multiplyExact(labels.length, classes)];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = targets.predicted(row);
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                targets_NC[row * classes + c] = targets.at(row, c);
                sum += targets.at(row, c);
            }
            if (Math.abs(sum - 1) > ROUNDING) {
                throw new IllegalArgumentException("the targets of row " + row + " sum to " + sum + ", not to 1");
            }
        }
        TrainingSet soft = new TrainingSet(features, classes, labels, targets_NC, null, labels.length);
        soft.fillMass();
        return soft;
    }

    /**
     * The same images, each counting as much as it is told.
     *
     * @param weights N finite numbers above 0; 1 is what a label counts otherwise
     */
    public TrainingSet weighted(float... weights) {
        if (weights.length != size()) {
            throw new IllegalArgumentException(weights.length + " weights for " + size() + " images");
        }
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] > 0) || Float.isInfinite(weights[row])) {
                throw new IllegalArgumentException("row " + row + " has the weight " + weights[row]
                        + ": give a finite number above 0, or leave the image out");
            }
        }
        TrainingSet weighted = new TrainingSet(features, classes, labels, targets_NC, weights.clone(), told);
        weighted.fillMass();
        return weighted;
    }

    /** The same images, of which a model labelled all but the first {@code told}. */
    TrainingSet toldFirst(int told) {
        TrainingSet joined = new TrainingSet(features, classes, labels, targets_NC, weights_N, told);
        joined.fillMass();
        return joined;
    }

    private TrainingSet(
            FeatureMatrix features, int classes, int[] labels, float[] targets_NC, float[] weights_N, int told) {
        this.features = requireNonNull(features, "features is null");
        this.classes = classes;
        this.labels = labels;
        this.targets_NC = targets_NC;
        this.weights_N = weights_N;
        this.told = told;
        this.mass_C = new double[Math.max(classes, 0)];
        if (classes < 2) {
            throw new IllegalArgumentException(classes + " classes leave nothing to learn: give at least 2");
        }
        if (labels.length == 0 || labels.length != features.rows()) {
            throw new IllegalArgumentException(
                    labels.length + " labels for " + features.rows() + " images: give one label each, at least one");
        }
    }

    private void fillMass() {
        for (int row = 0; row < labels.length; row++) {
            for (int c = 0; c < classes; c++) {
                mass_C[c] += rowWeight(row) * target(row, c);
            }
        }
    }

    /** N, the number of labelled images. */
    public int size() {
        return labels.length;
    }

    /** C, the number of classes. */
    public int classes() {
        return classes;
    }

    /** The images [N,D]. */
    public FeatureMatrix features() {
        return features;
    }

    /** The class of an image; of a soft target the likeliest. */
    public int label(int row) {
        return labels[row];
    }

    /** How far an image shows a class, 0 to 1. */
    public float target(int row, int clazz) {
        return targets_NC == null ? (labels[row] == clazz ? 1 : 0) : targets_NC[row * classes + clazz];
    }

    /** How much an image counts, 1 unless told otherwise. */
    public float rowWeight(int row) {
        return weights_N == null ? 1 : weights_N[row];
    }

    /** Whether people labelled an image, and not a model. */
    public boolean isTold(int row) {
        return row < told;
    }

    /**
     * How many labels of people each of the C classes has, soft targets counted at their likeliest
     * class; a copy.
     */
    public int[] labelsPerClass() {
        int[] counts = new int[classes];
        Arrays.stream(labels).limit(told).forEach(label -> counts[label]++);
        return counts;
    }

    /** How much a label of this class counts in the loss; 1 where all classes occur alike. A soft target counts as the mean. */
    public double weight(int clazz) {
        double sum = Arrays.stream(mass_C).sum();
        long seen = Arrays.stream(mass_C).filter(mass -> mass > 0).count();
        double weight = mass_C[clazz] == 0 ? MOST_WEIGHT : sum / (seen * mass_C[clazz]);
        return Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, weight));
    }
}
