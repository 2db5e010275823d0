package org.doubtless.learning.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws from independent Gaussians over the dense weights: mean plus deviation times noise.
 *
 * <p>Blundell et al. 2015, "Weight uncertainty in neural networks". Convolutions have no deviation:
 * they run once an image.
 */
final class Variational {

    /** Draws that run at once. */
    private static final int GROUP = 50;

    private Variational() {}

    /** @param trained the means, then the deviations */
    static Posterior draw(Network network, List<Weights> trained, int samples, long seed) {
        if (trained.size() != 2) {
            throw new IllegalArgumentException("a variational posterior is means and deviations, not " + trained.size()
                    + " sets of weights: train it anew");
        }
        return NetworkPosterior.open(network, trained, samples, manager -> {
            SplittableRandom random = new SplittableRandom(seed);
            List<FoldedLayer> means = FoldedLayer.denseLayers(network, trained.get(0));
            List<FoldedLayer> deviations = FoldedLayer.denseLayers(network, trained.get(1));
            List<Tail> tails = new ArrayList<>();
            for (int first = 0; first < samples; first += GROUP) {
                List<List<FoldedLayer>> group = new ArrayList<>();
                for (int s = first; s < Math.min(samples, first + GROUP); s++) {
                    group.add(draw(means, deviations, random));
                }
                tails.add(new StackedTail(manager, group));
            }
            return List.of(new DrawnNetworks(network, trained.get(0).toTensors(manager), network.firstDense(), tails));
        });
    }

    private static List<FoldedLayer> draw(
            List<FoldedLayer> means, List<FoldedLayer> deviations, SplittableRandom random) {
        List<FoldedLayer> drawn = new ArrayList<>();
        for (int i = 0; i < means.size(); i++) {
            FoldedLayer mean = means.get(i);
            drawn.add(new FoldedLayer(
                    mean.inputs(),
                    mean.outputs(),
                    1,
                    draw(mean.weight(), deviations.get(i).weight(), random),
                    draw(mean.bias(), deviations.get(i).bias(), random)));
        }
        return drawn;
    }

    private static float[] draw(float[] means, float[] deviations, SplittableRandom random) {
        float[] drawn = new float[means.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (float) (means[i] + deviations[i] * random.nextGaussian());
        }
        return drawn;
    }
}
