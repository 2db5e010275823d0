package org.doubtless.learning.training;

/** The numbers of a training left the finite range; there is no model. */
public final class DivergedTraining extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param step the step at which it was found, from 1
     * @param what the number that is not finite
     */
    DivergedTraining(int step, String what) {
        super(what + " after training step " + step
                + ": train with a smaller learning rate, or look for broken images");
    }
}
