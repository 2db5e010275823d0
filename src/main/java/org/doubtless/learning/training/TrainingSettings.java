package org.doubtless.learning.training;

/**
 * How to train.
 *
 * @param batch images of a step, at least 1
 * @param fewestSteps steps at least, for a handful of labels
 * @param mostSteps steps at most, for thousands
 * @param epochs how often each label is seen, within those bounds
 * @param learningRate the highest; it falls to 0 along a cosine
 */
public record TrainingSettings(int batch, int fewestSteps, int mostSteps, int epochs, double learningRate) {

    public TrainingSettings {
        if (batch < 1 || epochs < 1 || fewestSteps < 1 || mostSteps < fewestSteps) {
            throw new IllegalArgumentException("batch " + batch + ", steps " + fewestSteps + " to " + mostSteps
                    + " and epochs " + epochs + " must all be at least 1, and in order");
        }
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("learning rate is " + learningRate + ": give a finite number above 0");
        }
    }

    /** Seconds on one processor for some hundred labels of 32x32 pixels. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(32, 300, 1_500, 80, 2e-3);
    }

    /** How many steps so many labels get. */
    int steps(int labels) {
        long wanted = ((long) labels * epochs + batch - 1) / batch;
        return (int) Math.min(mostSteps, Math.max(fewestSteps, wanted));
    }
}
