package org.doubtless.round.quality;

/**
 * A control image that has its label, and what a model says of it.
 *
 * @param truth the place of its label in the label schema
 * @param predicted the place of what the model takes it for
 * @param model doubt and {@code data} doubt, divided by log C
 * @param probabilities [C]
 */
record Checked(long image, int truth, int predicted, double model, double data, float... probabilities) {
    boolean right() {
        return truth == predicted;
    }

    /** How sure the model is of what it says. */
    double confidence() {
        return probabilities[predicted];
    }
}
