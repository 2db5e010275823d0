package org.doubtless.learning.training;

import static java.util.Objects.requireNonNull;

import org.doubtless.learning.features.FeatureMatrix;

/**
 * Labelled images: features [N,D], a class of each, and how much each class counts.
 *
 * <p>Classes that occur seldom count more: {@code w_c = n / (K n_c)} within 0.1 to 9, with K the
 * number of classes that occur. Immutable.
 */
public final class TrainingSet {

    private static final double LEAST_WEIGHT = 0.1;
    private static final double MOST_WEIGHT = 9;

    private final FeatureMatrix features;
    private final int[] labels;
    private final int[] labelsPerClass;

    /**
     * Checks and copies the labels.
     *
     * @param classes C, at least 2, also of those not seen yet
     * @param labels N classes, 0 to C-1; at least one; all may be of one class
     * @throws IllegalArgumentException where numbers do not fit, naming the row of a label that is no
     *     class
     */
    public TrainingSet(FeatureMatrix features, int classes, int... labels) {
        this.features = requireNonNull(features, "features is null");
        this.labels = requireNonNull(labels, "labels is null").clone();
        if (classes < 2) {
            throw new IllegalArgumentException(classes + " classes leave nothing to learn: give at least 2");
        }
        if (labels.length == 0 || labels.length != features.rows()) {
            throw new IllegalArgumentException(
                    labels.length + " labels for " + features.rows() + " images: give one label each, at least one");
        }
        labelsPerClass = new int[classes];
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] < 0 || labels[row] >= classes) {
                throw new IllegalArgumentException(
                        "row " + row + " has the label " + labels[row] + ", but there are " + classes + " classes");
            }
            labelsPerClass[labels[row]]++;
        }
    }

    /** N, the number of labelled images. */
    public int size() {
        return labels.length;
    }

    /** C, the number of classes. */
    public int classes() {
        return labelsPerClass.length;
    }

    /** The images [N,D]. */
    public FeatureMatrix features() {
        return features;
    }

    /** The class of an image. */
    public int label(int row) {
        return labels[row];
    }

    /** How many labels each of the C classes has; a copy. */
    public int[] labelsPerClass() {
        return labelsPerClass.clone();
    }

    /** How much a label of this class counts in the loss; 1 where all classes occur alike. */
    public double weight(int clazz) {
        int seen = 0;
        for (int count : labelsPerClass) {
            seen += count > 0 ? 1 : 0;
        }
        double weight = (double) size() / (seen * (double) Math.max(1, labelsPerClass[clazz]));
        return Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, weight));
    }
}
