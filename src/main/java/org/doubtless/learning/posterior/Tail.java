package org.doubtless.learning.posterior;

import ai.djl.ndarray.NDArray;

/** The part of some drawn networks that differs from one to the other. */
interface Tail {

    /** S, the number of networks. */
    int draws();

    /**
     * Runs them.
     *
     * @param trunk what they share made of N images
     * @return logits [S,N,C], in the memory of {@code trunk}
     */
    NDArray logits_SNC(NDArray trunk);
}
