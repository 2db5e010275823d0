package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The evidence bound of Bayes by backprop, by label: {@code loss + KL(q || prior) / n}, with q the
 * Gaussians over the dense weights (Blundell et al. 2015).
 *
 * @param labels n, how many labels there are
 * @param random of the draws
 */
record Evidence(GaussianNetwork network, Likelihood likelihood, double labels, SplittableRandom random)
        implements Objective {

    @Override
    public List<NDArray> parameters() {
        List<NDArray> parameters = new ArrayList<>(network.means());
        parameters.addAll(network.rawDeviations());
        return parameters;
    }

    @Override
    public NDArray loss(NDManager memory, Batches.Batch batch) {
        NDArray loss = likelihood.loss(network.outputs(batch.images(), random), batch.targets());
        for (GaussianWeights each : network.dense()) {
            loss = loss.add(each.divergence().div((float) labels));
        }
        return loss;
    }
}
