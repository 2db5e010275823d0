package org.doubtless.learning.posterior;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.torch.GradientMode;
import org.doubtless.learning.torch.Torch;

/** Drawn networks in native memory, whatever posterior they were drawn from. */
final class NetworkPosterior implements Posterior {

    /** Images that are in native memory at once; more gain no speed. */
    private static final int CHUNK = 200;

    private final Network network;
    private final NDManager manager;
    private final List<DrawnNetworks> drawn;
    private final int samples;

    /**
     * Draws networks.
     *
     * @param draw puts drawn networks into the native memory of the posterior
     * @throws IllegalArgumentException where weights do not fit the network
     */
    static NetworkPosterior open(
            Network network, List<Weights> trained, int samples, Function<NDManager, List<DrawnNetworks>> draw) {
        requireNonNull(network, "network is null");
        trained.forEach(network::requireFitting);
        if (samples < 1) {
            throw new IllegalArgumentException(samples + " samples: draw at least 1");
        }
        NDManager manager = Torch.newManager();
        try {
            return new NetworkPosterior(network, manager, draw.apply(manager));
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    private NetworkPosterior(Network network, NDManager manager, List<DrawnNetworks> drawn) {
        this.network = network;
        this.manager = manager;
        this.drawn = List.copyOf(drawn);
        this.samples = drawn.stream().mapToInt(DrawnNetworks::draws).sum();
    }

    @Override
    public int samples() {
        return samples;
    }

    @Override
    public int classes() {
        return network.classes();
    }

    @Override
    public PosteriorSamples sample(FeatureMatrix images) {
        float[] probabilities_SNC = outputs(images, logits_SNC -> logits_SNC.softmax(-1));
        return new PosteriorSamples(samples, images.rows(), classes(), probabilities_SNC);
    }

    /**
     * What each network makes of each image.
     *
     * @param last what to do with the numbers [S,N,C] of the last layer
     * @return [S,N,C]
     */
    float[] outputs(FeatureMatrix images, UnaryOperator<NDArray> last) {
        requireNonNull(images, "images is null");
        if (images.columns() != network.columns()) {
            throw new IllegalArgumentException("images of " + images.columns() + " features do not fit a model of "
                    + network.columns() + ": use the model's own feature shape");
        }
        int size = Math.multiplyExact(Math.multiplyExact(samples, images.rows()), classes());
        float[] outputs_SNC = new float[size];
        try (GradientMode off = GradientMode.off()) {
            for (int from = 0; from < images.rows(); from += CHUNK) {
                FeatureMatrix chunk = images.range(from, Math.min(images.rows(), from + CHUNK));
                fill(outputs_SNC, images.rows(), from, chunk, last);
            }
        }
        return outputs_SNC;
    }

    private void fill(float[] outputs_SNC, int rows, int from, FeatureMatrix chunk, UnaryOperator<NDArray> last) {
        int length = chunk.rows() * classes();
        int draw = 0;
        for (DrawnNetworks networks : drawn) {
            try (NDManager memory = manager.newSubManager()) {
                NDArray images_ND = memory.create(chunk.toArray(), new Shape(chunk.rows(), chunk.columns()));
                NDArray trunk = networks.trunk(images_ND);
                for (Tail tail : networks.tails()) {
                    float[] part_SNC = run(memory, tail, trunk, last);
                    for (int s = 0; s < tail.draws(); s++) {
                        int target = (draw * rows + from) * classes();
                        System.arraycopy(part_SNC, s * length, outputs_SNC, target, length);
                        draw++;
                    }
                }
            }
        }
    }

    private static float[] run(NDManager memory, Tail tail, NDArray trunk, UnaryOperator<NDArray> last) {
        try (NDManager tailMemory = memory.newSubManager()) {
            // A result lives as long as its left factor: this view of the trunk ends with the tail.
            NDArray view = trunk.reshape(trunk.getShape());
            view.attach(tailMemory);
            return last.apply(tail.logits_SNC(view)).toFloatArray();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
