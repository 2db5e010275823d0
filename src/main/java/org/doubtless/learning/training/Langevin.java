package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A walk through the weights that visits them as often as the posterior has it.
 *
 * <p>{@code v = (1 - f) v - e g + sqrt(2 f e / n) noise, w += v}, with g the gradient of the potential
 * by label, e the step and f the friction. With f = 1 that is stochastic gradient Langevin dynamics
 * (Welling & Teh 2011; their step is 2e/n), below it keeps going (Chen, Fox & Guestrin 2014).
 */
final class Langevin {

    private final List<NDArray> weights;
    private final List<NDArray> speeds;
    private final double friction;
    private final double labels;
    private final SplittableRandom random;

    /**
     * @param weights tensors that require gradients and live as long as {@code manager}
     * @param friction above 0, at most 1
     * @param labels n, how many labels there are
     */
    Langevin(NDManager manager, List<NDArray> weights, double friction, double labels, SplittableRandom random) {
        this.weights = List.copyOf(weights);
        this.speeds =
                weights.stream().map(weight -> manager.zeros(weight.getShape())).toList();
        this.friction = friction;
        this.labels = labels;
        this.random = random;
    }

    /** Goes downhill without noise, and sets the gradients to 0. Gradients must be off. */
    void descend(double step) {
        move(step, false);
    }

    /** Goes on with noise, and sets the gradients to 0. Gradients must be off. */
    void wander(double step) {
        move(step, true);
    }

    private void move(double step, boolean noisy) {
        float deviation = (float) Math.sqrt(2 * friction * step / labels);
        for (int i = 0; i < weights.size(); i++) {
            NDArray weight = weights.get(i);
            try (NDArray gradient = weight.getGradient();
                    NDManager memory = weight.getManager().newSubManager()) {
                gradient.attach(memory);
                NDArray speed = speeds.get(i).muli((float) (1 - friction));
                speed.subi(gradient.mul((float) step));
                if (noisy) {
                    speed.addi(GaussianWeights.noise(memory, weight.getShape(), random)
                            .mul(deviation));
                }
                weight.addi(speed);
                JniUtils.zeroGrad((PtNDArray) weight);
            }
        }
    }
}
