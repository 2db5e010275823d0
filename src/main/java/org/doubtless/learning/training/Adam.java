package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/**
 * Adam with decoupled weight decay (Kingma & Ba 2015; Loshchilov & Hutter 2019).
 *
 * <p>{@code w -= rate * (m / (1 - b1^t) / (sqrt(v / (1 - b2^t)) + e) + decay * w)}. DJL's own keeps
 * its moments outside the training's memory, where nothing frees them.
 */
final class Adam {

    private static final float BETA_1 = 0.9f;
    private static final float BETA_2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final List<NDArray> weights;
    private final List<NDArray> means;
    private final List<NDArray> variances;
    private final double decay;
    private int steps;

    /** @param weights tensors that require gradients and live as long as {@code manager} */
    Adam(NDManager manager, List<NDArray> weights, double decay) {
        this.weights = List.copyOf(weights);
        this.means =
                weights.stream().map(weight -> manager.zeros(weight.getShape())).toList();
        this.variances =
                weights.stream().map(weight -> manager.zeros(weight.getShape())).toList();
        this.decay = decay;
    }

    /**
     * Goes on where another was.
     *
     * @param moments of as many weights of the same shapes
     */
    Adam(NDManager manager, List<NDArray> weights, double decay, Moments moments) {
        this(manager, weights, decay);
        this.steps = moments.steps();
        for (int i = 0; i < weights.size(); i++) {
            means.get(i).set(moments.means().get(i));
            variances.get(i).set(moments.variances().get(i));
        }
    }

    /**
     * What it takes to go on.
     *
     * @param steps taken
     * @param means first moments of each weight's gradient
     * @param variances second moments
     */
    record Moments(int steps, List<float[]> means, List<float[]> variances) {

        /** Of no step, for weights of these sizes. */
        static Moments none(List<float[]> weights) {
            List<float[]> zeros =
                    weights.stream().map(values -> new float[values.length]).toList();
            return new Moments(0, zeros, zeros);
        }
    }

    /** A copy of where it is. */
    Moments moments() {
        return new Moments(
                steps,
                means.stream().map(NDArray::toFloatArray).toList(),
                variances.stream().map(NDArray::toFloatArray).toList());
    }

    /** Moves the weights against their gradients, and sets the gradients to 0. Gradients must be off. */
    void step(double rate) {
        steps++;
        float meanCorrection = (float) (rate / (1 - Math.pow(BETA_1, steps)));
        float varianceCorrection = (float) (1 / Math.sqrt(1 - Math.pow(BETA_2, steps)));
        for (int i = 0; i < weights.size(); i++) {
            NDArray weight = weights.get(i);
            NDArray mean = means.get(i);
            NDArray variance = variances.get(i);
            // The gradient's handle belongs to the weight's manager: closed here, or it piles up.
            try (NDArray gradient = weight.getGradient();
                    NDManager memory = weight.getManager().newSubManager()) {
                gradient.attach(memory);
                mean.muli(BETA_1).addi(gradient.mul(1 - BETA_1));
                variance.muli(BETA_2).addi(gradient.square().mul(1 - BETA_2));
                NDArray change = variance.sqrt();
                change.attach(memory);
                change.muli(varianceCorrection).addi(EPSILON);
                NDArray direction = mean.div(change);
                direction.attach(memory);
                weight.muli((float) (1 - rate * decay)).subi(direction.muli(meanCorrection));
                JniUtils.zeroGrad((PtNDArray) weight);
            }
        }
    }
}
