package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;

/** How badly a network's outputs fit the targets: minus the log of the likelihood. */
@FunctionalInterface
interface Likelihood {

    /** {@code -sum_c t_c log softmax(z)_c}, the cross-entropy of logits z. */
    Likelihood CATEGORICAL = (logits_BC, targets_BC) ->
            mean(logits_BC.logSoftmax(-1).mul(targets_BC)).neg();

    /**
     * The loss of some images.
     *
     * @param outputs [..,B,C]
     * @param targets [..,B,C]
     * @return one number, a mean over B and a sum over what comes before
     */
    NDArray loss(NDArray outputs, NDArray targets);

    /** Sums [..,B,C] over C and all before B, and takes the mean over B. */
    static NDArray mean(NDArray losses_BC) {
        long images = losses_BC.getShape().get(losses_BC.getShape().dimension() - 2);
        return losses_BC.sum().div(images);
    }
}
