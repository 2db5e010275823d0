package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.function.Function;
import org.doubtless.learning.torch.GradientMode;

/**
 * The slopes of an objective, batch after batch.
 *
 * @param batches of each of the networks that are trained together
 */
record Gradients(Objective objective, List<Batches> batches) {

    /**
     * Leaves the gradients of the next batch's loss with the parameters, and nothing else.
     *
     * @param step which one it is, for messages
     */
    void leave(NDManager manager, int step) {
        leave(manager, step, memory -> objective.loss(memory, Batches.next(memory, batches)));
    }

    /**
     * Leaves the gradients of a loss with the parameters that it was made of, and nothing else.
     *
     * @param step which one it is, for messages
     * @param losses makes the loss, one number, in the memory that it is given
     */
    static void leave(NDManager manager, int step, Function<NDManager, NDArray> losses) {
        // What is made of a weight alone belongs to the weight's manager: the scope frees it, too.
        try (NDScope scope = new NDScope();
                NDManager memory = manager.newSubManager();
                GradientMode on = GradientMode.on()) {
            scope.suppressNotUsedWarning();
            NDArray loss = losses.apply(memory);
            float value = loss.getFloat();
            if (!Float.isFinite(value)) {
                throw new DivergedTraining(step, "the loss is " + value);
            }
            NDArray one = memory.ones(loss.getShape());
            JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
        }
    }
}
