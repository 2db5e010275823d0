package org.doubtless.learning.posterior;

import ai.djl.ndarray.types.Shape;

/**
 * What is believed of weights before any label: independent, around 0.
 *
 * <p>A weight has the variance 2/fan-in, so that each layer passes on as much as it gets (He et al.
 * 2015), and a bias the variance 1.
 */
public final class GaussianPrior {

    private GaussianPrior() {}

    /** The standard deviation of the numbers of a tensor, given the shape that it has in one network. */
    public static double deviation(Shape tensor) {
        return tensor.dimension() == 1 ? 1 : Math.sqrt(2.0 / Network.fanIn(tensor));
    }
}
