package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.doubtless.learning.posterior.Dropping;
import org.doubtless.learning.posterior.GaussianPrior;
import org.doubtless.learning.posterior.Network;

/**
 * Minus the log of the posterior density, by label: {@code loss + sum w^2 / 2p^2 / n}, with
 * the deviation p of the prior. All weights are sampled.
 */
final class Potential implements Objective {

    private final Network network;
    private final NDList weights;
    private final Likelihood likelihood;
    private final double labels;

    /** @param labels n, how many labels there are */
    Potential(Network network, NDList weights, Likelihood likelihood, double labels) {
        this.network = network;
        this.weights = weights;
        this.likelihood = likelihood;
        this.labels = labels;
        parameters().forEach(parameter -> parameter.setRequiresGradient(true));
    }

    @Override
    public List<NDArray> parameters() {
        return weights.subList(Network.FIRST_TRAINED, weights.size());
    }

    @Override
    public NDArray loss(NDManager memory, Batches.Batch batch) {
        NDArray loss = likelihood.loss(network.logits(weights, batch.images(), Dropping.NONE), batch.targets());
        for (int i = Network.FIRST_TRAINED; i < weights.size(); i++) {
            double deviation = GaussianPrior.deviation(network.shapes().get(i));
            NDArray squares = weights.get(i).square().sum();
            loss = loss.add(squares.mul((float) (0.5 / (deviation * deviation) / labels)));
        }
        return loss;
    }
}
