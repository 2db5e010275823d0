package org.doubtless.learning.posterior;

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
 * weights after it. Of an ensemble each member draws its share of the S.
 */
final class McDropout {

    /** Draws that run at once: their products take most of the memory. */
    private static final int GROUP = 50;

    private McDropout() {}

    static Posterior draw(Network network, List<Weights> members, int samples, long seed) {
        return NetworkPosterior.open(network, members, samples, manager -> {
            SplittableRandom random = new SplittableRandom(seed);
            List<DrawnNetworks> drawn = new ArrayList<>();
            for (int k = 0; k < members.size(); k++) {
                int share = samples * (k + 1) / members.size() - samples * k / members.size();
                if (share > 0) {
                    drawn.add(draw(manager, network, members.get(k), share, random));
                }
            }
            return drawn;
        });
    }

    private static DrawnNetworks draw(
            NDManager manager, Network network, Weights weights, int samples, SplittableRandom random) {
        NDList tensors = weights.toTensors(manager);
        Thinning thinning = new Thinning(network, weights, random);
        List<Tail> tails = new ArrayList<>();
        for (int first = 0; first < samples; first += GROUP) {
            List<List<FoldedLayer>> group = new ArrayList<>();
            for (int s = first; s < Math.min(samples, first + GROUP); s++) {
                group.add(thinning.draw());
            }
            tails.add(
                    network.dropsInConvolutions()
                            ? new ThinnedTail(manager, network, group)
                            : new StackedTail(manager, group));
        }
        return new DrawnNetworks(network, tensors, network.firstDropout(), tails);
    }
}
