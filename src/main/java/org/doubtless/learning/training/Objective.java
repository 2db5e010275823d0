package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/** What a training makes small. */
interface Objective {

    /** The tensors to move; they require gradients. */
    List<NDArray> parameters();

    /**
     * The loss of a batch, a mean over its images; of several networks the sum.
     *
     * @param memory for what the loss needs beside the batch
     * @return one number
     */
    NDArray loss(NDManager memory, Batches.Batch batch);
}
