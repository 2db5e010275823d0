package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.posterior.DropoutMask;
import org.doubtless.learning.posterior.Dropping;
import org.doubtless.learning.posterior.Network;

/** The loss of one network or of K stacked ones under dropout. */
final class DropoutLoss implements Objective {

    private final Network network;
    private final NDList weights;
    private final Likelihood likelihood;
    private final List<SplittableRandom> random;

    /**
     * @param weights of K networks, stacked where K is above 1
     * @param random of the masks of each of the K; none to train without dropout
     */
    DropoutLoss(Network network, NDList weights, Likelihood likelihood, List<SplittableRandom> random) {
        this.network = network;
        this.weights = weights;
        this.likelihood = likelihood;
        this.random = List.copyOf(random);
        parameters().forEach(parameter -> parameter.setRequiresGradient(true));
    }

    @Override
    public List<NDArray> parameters() {
        return weights.subList(Network.FIRST_TRAINED, weights.size());
    }

    @Override
    public NDArray loss(NDManager memory, Batches.Batch batch) {
        NDArray logits_BC = network.logits(weights, batch.images(), dropping(memory));
        return likelihood.loss(logits_BC, batch.targets());
    }

    private Dropping dropping(NDManager memory) {
        return random.isEmpty() ? Dropping.NONE : (x, rate) -> x.mul(mask(memory, x, rate));
    }

    private NDArray mask(NDManager memory, NDArray x, double rate) {
        Shape shape = Dropping.maskShape(x);
        int each = (int) shape.size() / random.size();
        float[] mask = new float[each * random.size()];
        for (int k = 0; k < random.size(); k++) {
            System.arraycopy(DropoutMask.draw(each, rate, random.get(k)), 0, mask, k * each, each);
        }
        return memory.create(mask, shape);
    }
}
