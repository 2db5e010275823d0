package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.posterior.GaussianPrior;
import org.doubtless.learning.posterior.Network;

/**
 * A network whose dense weights are Gaussians; its convolutions are plain weights.
 *
 * @param weights plain ones and means, all trained but the scaling of the input
 * @param dense weight and bias of each dense layer in turn
 */
record GaussianNetwork(Network network, NDList weights, List<GaussianWeights> dense) {

    /** Of the prior's deviation: networks that begin noisier than this learn nothing for long. */
    private static final double FIRST_SHARE = 0.05;

    /** Puts narrow Gaussians around the dense weights. */
    static GaussianNetwork around(NDManager manager, Network network, NDList weights) {
        List<GaussianWeights> dense = new ArrayList<>();
        for (int i = network.firstDenseTensor(); i < weights.size(); i++) {
            double prior = GaussianPrior.deviation(network.shapes().get(i));
            dense.add(new GaussianWeights(manager, weights.get(i), FIRST_SHARE * prior, prior));
        }
        GaussianNetwork around = new GaussianNetwork(network, weights, dense);
        around.means().forEach(weight -> weight.setRequiresGradient(true));
        return around;
    }

    List<NDArray> means() {
        return weights.subList(Network.FIRST_TRAINED, weights.size());
    }

    /** What the deviations are made of. */
    List<NDArray> rawDeviations() {
        return dense.stream().map(GaussianWeights::raw).toList();
    }

    /** The deviations, in the order of the network's tensors; 0 where weights are plain. */
    NDList deviations(NDManager memory) {
        NDList deviations = new NDList();
        for (int i = 0; i < weights.size(); i++) {
            int own = i - network.firstDenseTensor();
            Shape shape = network.shapes().get(i);
            deviations.add(own < 0 ? memory.zeros(shape) : dense.get(own).deviation());
        }
        return deviations;
    }

    /** Images [B,D] to outputs [B,C], each image by a draw of its own. */
    NDArray outputs(NDArray images_BD, SplittableRandom random) {
        NDArray x_BF = network.convolved(weights, images_BD);
        for (int i = 0; i < dense.size(); i += 2) {
            NDArray input_BF = i == 0 ? x_BF : Activation.relu(x_BF);
            x_BF = GaussianWeights.dense(dense.get(i), dense.get(i + 1), input_BF, random);
        }
        return x_BF;
    }
}
