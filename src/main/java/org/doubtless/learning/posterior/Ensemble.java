package org.doubtless.learning.posterior;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Networks trained apart, each on its own sample of the labels: each is one draw.
 *
 * <p>Lakshminarayanan, Pritzel & Blundell 2017, "Simple and scalable predictive uncertainty
 * estimation using deep ensembles", with the bootstrap of Breiman 1996. Their mean is the
 * prediction, their disagreement the model's doubt. Dropout is off. Dense networks run stacked.
 */
final class Ensemble {

    private Ensemble() {}

    /** Draws at most S of the members, without drawing one twice. */
    static Posterior draw(Network network, List<Weights> members, int samples, long seed) {
        return NetworkPosterior.open(network, members, samples, manager -> {
            List<Weights> drawn = new ArrayList<>(members);
            if (samples < drawn.size()) {
                Collections.shuffle(drawn, new Random(seed));
            }
            drawn = drawn.subList(0, Math.min(samples, drawn.size()));
            return network.isStackable()
                    ? List.of(together(manager, network, drawn))
                    : drawn.stream()
                            .map(member -> together(manager, network, List.of(member)))
                            .toList();
        });
    }

    /** Networks whose layers before the first dense one are those of the first. */
    static DrawnNetworks together(NDManager manager, Network network, List<Weights> members) {
        List<List<FoldedLayer>> dense = members.stream()
                .map(member -> FoldedLayer.denseLayers(network, member))
                .toList();
        return new DrawnNetworks(
                network,
                members.get(0).toTensors(manager),
                network.firstDense(),
                List.of(new StackedTail(manager, dense)));
    }
}
