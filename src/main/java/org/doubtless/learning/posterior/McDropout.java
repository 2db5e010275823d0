package org.doubtless.learning.posterior;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Dropout left on at scoring: each mask is one network drawn from the posterior.
 *
 * <p>Gal & Ghahramani 2016, "Dropout as a Bayesian approximation". The S masks are drawn once from
 * the seed. What lies before the first dropout runs once an image; the masks are folded into the
 * weights after it.
 */
public final class McDropout {

    /** Draws that run at once: their products take most of the memory. */
    private static final int GROUP = 50;

    private McDropout() {}

    /**
     * Draws the networks; close the posterior.
     *
     * @param samples S, at least 1
     * @param seed of the masks; the same seed draws the same networks
     * @throws IllegalArgumentException where the weights do not fit the network
     */
    public static Posterior draw(Network network, Weights weights, int samples, long seed) {
        requireNonNull(network, "network is null");
        network.requireFitting(weights);
        if (samples < 1) {
            throw new IllegalArgumentException(samples + " samples: draw at least 1");
        }
        NDManager manager = Torch.newManager();
        DrawnNetworks drawn = draw(manager, network, weights, samples, new SplittableRandom(seed));
        return new NetworkPosterior(network, manager, List.of(drawn));
    }

    static DrawnNetworks draw(
            NDManager manager, Network network, Weights weights, int samples, SplittableRandom random) {
        NDList tensors = weights.toTensors(manager);
        Thinning thinning = new Thinning(network, weights, random);
        List<Tail> tails = new ArrayList<>();
        for (int first = 0; first < samples; first += GROUP) {
            List<List<FoldedLayer>> group = new ArrayList<>();
            for (int s = first; s < Math.min(samples, first + GROUP); s++) {
                group.add(thinning.draw());
            }
            tails.add(new StackedTail(manager, group));
        }
        return new DrawnNetworks(network, tensors, network.firstDropout(), tails);
    }
}
