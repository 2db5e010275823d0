package org.doubtless.learning.posterior;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;

/**
 * Networks that share their first layers, which run once an image.
 *
 * @param weights of the layers they share; others may be among them
 * @param cut the first layer that they do not share
 * @param tails what comes from there on, in the order of the draws
 */
record DrawnNetworks(Network network, NDList weights, int cut, List<Tail> tails) {

    int draws() {
        return tails.stream().mapToInt(Tail::draws).sum();
    }

    NDArray trunk(NDArray images_ND) {
        return network.run(weights, network.scaled(weights, images_ND), 0, cut, Dropping.NONE);
    }
}
