package org.doubtless.learning.training;

import static java.util.Objects.requireNonNull;

/**
 * How to train.
 *
 * @param batch images of a step, at least 1
 * @param fewestSteps steps at least, for a handful of labels
 * @param mostSteps steps at most, for thousands
 * @param epochs how often each label is seen, within those bounds
 * @param learningRate the highest; it falls to 0 along a cosine
 * @param sampling in what shares images are shown
 * @param shift how far pictures are moved at most, ever anew, as a share of their shorter side; 0 shows them as they are
 */
public record TrainingSettings(
        int batch, int fewestSteps, int mostSteps, int epochs, double learningRate, Sampling sampling, double shift) {

    // An object two of 28 pixels further is the same object; more could push a small one out.
    private static final double SHIFT = 1 / 14.0;

    // A run-up, so that the first steps, whose Adam moments are guesses, do no harm.
    private static final int WARM_UP_STEPS = 20;

    public TrainingSettings {
        requireNonNull(sampling, "sampling is null");
        if (batch < 1 || epochs < 1 || fewestSteps < 1 || mostSteps < fewestSteps) {
            throw new IllegalArgumentException("batch " + batch + ", steps " + fewestSteps + " to " + mostSteps
                    + " and epochs " + epochs + " must all be at least 1, and in order");
        }
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("learning rate is " + learningRate + ": give a finite number above 0");
        }
        if (!(shift >= 0 && shift < 1)) {
            throw new IllegalArgumentException("shift is " + shift + ": give a share of the side, 0 to below 1");
        }
    }

    /** Moves pictures a little. */
    public TrainingSettings(
            int batch, int fewestSteps, int mostSteps, int epochs, double learningRate, Sampling sampling) {
        this(batch, fewestSteps, mostSteps, epochs, learningRate, sampling, SHIFT);
    }

    /** Shows every image as often as any other. */
    public TrainingSettings(int batch, int fewestSteps, int mostSteps, int epochs, double learningRate) {
        this(batch, fewestSteps, mostSteps, epochs, learningRate, Sampling.EACH_IMAGE);
    }

    /** Seconds on one processor for some hundred labels of 32x32 pixels. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(32, 300, 1_500, 80, 2e-3);
    }

    /** For thousands of pseudo-labels: every class equally often, {@link PseudoLabels#join} decides the rest. */
    public static TrainingSettings forPseudoLabels() {
        return new TrainingSettings(64, 300, 600, 2, 2e-3, Sampling.EACH_CLASS);
    }

    /** The same with pictures as they are. */
    public TrainingSettings withoutShifts() {
        return new TrainingSettings(batch, fewestSteps, mostSteps, epochs, learningRate, sampling, 0);
    }

    /**
     * The same with a number of steps that does not depend on the labels. Networks that drop whole
     * channels need many: with 20 digits and 400 steps of 64 images the network of Kirsch et al. was
     * right for 69 % and .17 too unsure on average, with 1,500 steps of 32 right for 73 % and .02.
     */
    public TrainingSettings withSteps(int steps) {
        return new TrainingSettings(batch, steps, steps, epochs, learningRate, sampling, shift);
    }

    /**
     * The same with every label seen so often, whatever that takes; the fewest steps stay. A number of steps that was enough
     * for 20 labels leaves hundreds of them half learnt: with 250 digits 1,500 steps left the network of Kirsch et al. .06
     * too unsure, 3,000 steps .03.
     */
    public TrainingSettings withEpochs(int epochs) {
        return new TrainingSettings(batch, fewestSteps, Integer.MAX_VALUE, epochs, learningRate, sampling, shift);
    }

    /** The same with another learning rate. */
    public TrainingSettings withLearningRate(double rate) {
        return new TrainingSettings(batch, fewestSteps, mostSteps, epochs, rate, sampling, shift);
    }

    /** The learning rate of a step, from 1 to {@code total}. */
    double rate(int step, int total) {
        double warm = Math.min(1, (double) step / WARM_UP_STEPS);
        return learningRate * warm * (1 + Math.cos(Math.PI * (step - 1) / total)) / 2;
    }

    /** How many steps so many labels get. */
    int steps(int labels) {
        long wanted = ((long) labels * epochs + batch - 1) / batch;
        return (int) Math.min(mostSteps, Math.max(fewestSteps, wanted));
    }
}
