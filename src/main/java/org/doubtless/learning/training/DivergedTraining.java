package org.doubtless.learning.training;

import java.util.List;
import org.doubtless.learning.posterior.Weights;

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

    /** The weights, if all their numbers are finite. */
    static List<Weights> requireFinite(List<Weights> weights, int step) {
        if (!weights.stream().allMatch(Weights::areFinite)) {
            throw new DivergedTraining(step, "a weight is not finite");
        }
        return weights;
    }
}
