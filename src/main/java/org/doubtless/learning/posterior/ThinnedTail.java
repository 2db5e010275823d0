package org.doubtless.learning.posterior;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/**
 * Networks that differ in their convolutions, one after the other.
 *
 * <p>No product over all of them is cheaper than each by itself; what is spared is what they share,
 * the filters that dropout left out, and the masks.
 */
final class ThinnedTail implements Tail {

    private final Network network;
    private final List<NDList> networks = new ArrayList<>();

    /** @param thinned the layers after the first dropout, of each of S networks */
    ThinnedTail(NDManager manager, Network network, List<List<FoldedLayer>> thinned) {
        this.network = network;
        for (List<FoldedLayer> layers : thinned) {
            NDList tensors = new NDList();
            for (FoldedLayer layer : layers) {
                tensors.add(layer.weightTensor(manager));
                tensors.add(layer.biasTensor(manager));
            }
            networks.add(tensors);
        }
    }

    @Override
    public int draws() {
        return networks.size();
    }

    @Override
    public NDArray logits_SNC(NDArray trunk) {
        NDList logits_S = new NDList();
        for (NDList tensors : networks) {
            logits_S.add(network.runTail(tensors, trunk));
        }
        return NDArrays.stack(logits_S);
    }
}
