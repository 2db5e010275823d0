package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;

/**
 * A tensor of independent Gaussians, the variational posterior of weights.
 *
 * <p>Its parameters are the means and {@code r}, with deviation {@code log(1 + e^r)}, which is
 * positive whatever r is (Blundell et al. 2015).
 */
final class GaussianWeights {

    private final NDArray mean;
    private final NDArray raw;
    private final double priorDeviation;

    /**
     * @param manager of the parameters
     * @param means to begin with
     * @param deviation to begin with, the same for all
     * @param priorDeviation of the prior, which is Gaussian around 0
     */
    GaussianWeights(NDManager manager, NDArray means, double deviation, double priorDeviation) {
        this.mean = means;
        this.raw = manager.full(means.getShape(), (float) Math.log(Math.expm1(deviation)));
        this.priorDeviation = priorDeviation;
        mean.setRequiresGradient(true);
        raw.setRequiresGradient(true);
    }

    /** What the deviations are made of. */
    NDArray raw() {
        return raw;
    }

    NDArray mean() {
        return mean;
    }

    /** The standard deviations. */
    NDArray deviation() {
        return raw.exp().add(1).log();
    }

    /**
     * {@code KL(q || p) = sum log(p/q) + (q^2 + m^2) / 2p^2 - 1/2}, with deviations q of this and p of
     * the prior.
     */
    NDArray divergence() {
        NDArray deviation = deviation();
        float precision = (float) (1 / (priorDeviation * priorDeviation));
        return deviation
                .square()
                .add(mean.square())
                .mul(precision / 2)
                .sub(deviation.log())
                .add((float) (Math.log(priorDeviation) - 0.5))
                .sum();
    }

    /**
     * What a dense layer of such weights makes of rows, each with its own draw: the products are
     * Gaussian too and are drawn themselves, which is less noisy than drawing weights (Kingma,
     * Salimans & Welling 2015, "Variational dropout and the local reparameterization trick").
     *
     * @param rows_BF in the memory that the result goes to
     */
    static NDArray dense(GaussianWeights weight, GaussianWeights bias, NDArray rows_BF, SplittableRandom random) {
        NDArray mean_BH = rows_BF.matMul(weight.mean()).add(bias.mean());
        NDArray variance_BH = rows_BF.square()
                .matMul(weight.deviation().square())
                .add(bias.deviation().square());
        return mean_BH.add(variance_BH.sqrt().mul(noise(rows_BF.getManager(), mean_BH.getShape(), random)));
    }

    /** Standard normal numbers of the job's own generator: torch's is shared by the process. */
    static NDArray noise(NDManager manager, Shape shape, SplittableRandom random) {
        float[] numbers = new float[(int) shape.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return manager.create(numbers, shape);
    }
}
