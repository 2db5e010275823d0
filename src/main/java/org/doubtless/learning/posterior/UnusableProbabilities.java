package org.doubtless.learning.posterior;

/** A model gave an image numbers that are no probabilities; no score is made of them. */
public final class UnusableProbabilities extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int row;

    /**
     * @param row the image's row in the features scored
     * @param what what is wrong with it
     */
    public UnusableProbabilities(int row, String what) {
        super("row " + row + ": " + what + "; leave the image out, or train the model anew");
        this.row = row;
    }

    /** The image's row in the features scored. */
    public int row() {
        return row;
    }
}
