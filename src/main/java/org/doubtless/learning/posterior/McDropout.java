package org.doubtless.learning.posterior;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureMatrix;

/**
 * Dropout left on at scoring: each mask is one network drawn from the posterior.
 *
 * <p>Gal & Ghahramani 2016, "Dropout as a Bayesian approximation". The S masks are drawn once from
 * the seed. The trunk runs once an image; the masks are folded into the head's weights, so that S
 * draws are one wide product [N,F] x [F,S*H] and one batched [S,N,H] x [S,H,C].
 */
public final class McDropout implements Posterior {

    /** Images that are in native memory at once. */
    private static final int CHUNK = 200;
    /** Draws whose folded weights are in native memory at once. */
    private static final int GROUP = 50;

    private final ConvolutionalNetwork network;
    private final NDManager manager;
    private final NDList weights;
    private final float[][] trunkMasks_SF;
    private final float[][] hiddenMasks_SH;

    /**
     * Draws the networks.
     *
     * @param samples S, at least 1
     * @param seed of the masks; the same seed draws the same networks
     * @throws IllegalArgumentException where the weights do not fit the network
     */
    public McDropout(ConvolutionalNetwork network, Weights weights, int samples, long seed) {
        this.network = requireNonNull(network, "network is null");
        network.requireFitting(weights);
        if (samples < 1) {
            throw new IllegalArgumentException(samples + " samples: draw at least 1");
        }
        SplittableRandom random = new SplittableRandom(seed);
        trunkMasks_SF = new float[samples][];
        hiddenMasks_SH = new float[samples][];
        for (int s = 0; s < samples; s++) {
            trunkMasks_SF[s] = DropoutMask.draw(network.trunkSize(), ConvolutionalNetwork.TRUNK_DROPOUT, random);
            hiddenMasks_SH[s] =
                    DropoutMask.draw(ConvolutionalNetwork.HIDDEN, ConvolutionalNetwork.HIDDEN_DROPOUT, random);
        }
        this.manager = Torch.newManager();
        this.weights = weights.toTensors(manager);
    }

    @Override
    public int samples() {
        return trunkMasks_SF.length;
    }

    @Override
    public int classes() {
        return network.classes();
    }

    @Override
    public PosteriorSamples sample(FeatureMatrix images) {
        requireNonNull(images, "images is null");
        if (images.columns() != network.columns()) {
            throw new IllegalArgumentException("images of " + images.columns() + " features do not fit a model of "
                    + network.columns() + ": use the model's own feature shape");
        }
        int size = Math.multiplyExact(Math.multiplyExact(samples(), images.rows()), classes());
        float[] probabilities_SNC = new float[size];
        try (GradientMode off = GradientMode.off()) {
            for (int from = 0; from < images.rows(); from += CHUNK) {
                FeatureMatrix chunk = images.range(from, Math.min(images.rows(), from + CHUNK));
                fill(probabilities_SNC, images.rows(), from, chunk);
            }
        }
        return new PosteriorSamples(samples(), images.rows(), classes(), probabilities_SNC);
    }

    private void fill(float[] probabilities_SNC, int rows, int from, FeatureMatrix chunk) {
        int length = chunk.rows() * classes();
        try (NDManager memory = manager.newSubManager()) {
            NDArray images_ND = memory.create(chunk.toArray(), new Shape(chunk.rows(), chunk.columns()));
            NDArray trunk_NF = network.trunk(weights, images_ND);
            for (int first = 0; first < samples(); first += GROUP) {
                int draws = Math.min(GROUP, samples() - first);
                try (NDManager groupMemory = memory.newSubManager()) {
                    float[] group_SNC =
                            draw(groupMemory, trunk_NF, first, draws).toFloatArray();
                    for (int s = 0; s < draws; s++) {
                        int target = ((first + s) * rows + from) * classes();
                        System.arraycopy(group_SNC, s * length, probabilities_SNC, target, length);
                    }
                }
            }
        }
    }

    /** Networks {@code first} to {@code first + draws} on a chunk: trunk [N,F] to probabilities [S,N,C]. */
    private NDArray draw(NDManager memory, NDArray trunk_NF, int first, int draws) {
        int hidden = ConvolutionalNetwork.HIDDEN;
        // The mask is the left factor throughout: a product lives as long as its left factor.
        NDArray folded_FxSH = memory.create(transposed(trunkMasks_SF, first, draws), new Shape(trunk(), draws, 1))
                .mul(network.hiddenWeight(weights).reshape(trunk(), 1, hidden))
                .reshape(trunk(), (long) draws * hidden);
        NDArray input_NF = trunk_NF.duplicate();
        input_NF.attach(memory);
        NDArray hidden_NSH =
                input_NF.matMul(folded_FxSH).reshape(-1, draws, hidden).add(network.hiddenBias(weights));
        NDArray hidden_SNH = Activation.relu(hidden_NSH).transpose(1, 0, 2);
        NDArray folded_SHC = memory.create(joined(hiddenMasks_SH, first, draws), new Shape(draws, hidden, 1))
                .mul(network.outputWeight(weights));
        return hidden_SNH
                .batchMatMul(folded_SHC)
                .add(network.outputBias(weights))
                .softmax(-1);
    }

    private long trunk() {
        return network.trunkSize();
    }

    private static float[] transposed(float[][] masks_SF, int first, int draws) {
        int length = masks_SF[0].length;
        float[] masks_FS = new float[length * draws];
        for (int s = 0; s < draws; s++) {
            for (int f = 0; f < length; f++) {
                masks_FS[f * draws + s] = masks_SF[first + s][f];
            }
        }
        return masks_FS;
    }

    private static float[] joined(float[][] masks_SH, int first, int draws) {
        int length = masks_SH[0].length;
        float[] joined = new float[length * draws];
        for (int s = 0; s < draws; s++) {
            System.arraycopy(masks_SH[first + s], 0, joined, s * length, length);
        }
        return joined;
    }

    @Override
    public void close() {
        manager.close();
    }
}
