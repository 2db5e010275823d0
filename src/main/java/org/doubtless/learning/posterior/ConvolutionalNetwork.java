package org.doubtless.learning.posterior;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureShape;

/**
 * A small network for small pictures: a trunk of convolutions, then a head with all the dropout.
 *
 * <p>Trunk: (3x3 convolution, max-pool 2, ReLU), halving the picture until it is at most 4 pixels
 * long, F numbers. Head: dropout, dense to H, ReLU, dropout, dense to C. Whatever comes before the
 * first dropout is the same in every draw and runs once. Weights, in order: mean and scale of the
 * input by channel (not trained), weight and bias of each convolution, of the dense layer (F x H),
 * of the output (H x C).
 */
public final class ConvolutionalNetwork {

    /** Share of the trunk's F numbers that dropout sets to 0, as in Gal, Islam & Ghahramani 2017. */
    public static final double TRUNK_DROPOUT = 0.25;
    /** Share of the H hidden numbers that dropout sets to 0, as there. */
    public static final double HIDDEN_DROPOUT = 0.5;
    /** H, the width of the hidden layer. */
    public static final int HIDDEN = 128;
    /** The tensors before this one hold the scaling of the input and are not trained. */
    public static final int FIRST_TRAINED = 2;

    private static final int[] CHANNELS = {16, 32, 64, 64, 64};
    private static final int FEWEST_BLOCKS = 2;
    private static final int SMALL_ENOUGH = 4;
    private static final Shape THREE_BY_THREE_PADDING = new Shape(1, 1);
    private static final Shape ONE = new Shape(1, 1);
    private static final Shape TWO = new Shape(2, 2);
    private static final Shape NONE = new Shape(0, 0);

    private final FeatureShape shape;
    private final int classes;
    private final int blocks;
    private final int pooledBlocks;
    private final int trunkSize;

    /** @param classes C, at least 2 */
    public ConvolutionalNetwork(FeatureShape shape, int classes) {
        this.shape = requireNonNull(shape, "shape is null");
        if (classes < 2) {
            throw new IllegalArgumentException(classes + " classes leave nothing to learn: give at least 2");
        }
        this.classes = classes;
        int height = shape.height();
        int width = shape.width();
        int block = 0;
        int pooled = 0;
        while (block < CHANNELS.length && (block < FEWEST_BLOCKS || Math.max(height, width) > SMALL_ENOUGH)) {
            block++;
            if (Math.min(height, width) >= SMALL_ENOUGH) {
                pooled++;
                height /= 2;
                width /= 2;
            }
        }
        blocks = block;
        pooledBlocks = pooled;
        trunkSize = CHANNELS[blocks - 1] * height * width;
    }

    /** D, the number of features of an image. */
    public int columns() {
        return shape.columns();
    }

    /** C, the number of classes. */
    public int classes() {
        return classes;
    }

    /** F, how many numbers the trunk makes of an image. */
    public int trunkSize() {
        return trunkSize;
    }

    /**
     * Fresh weights: uniform with variance 2/fan-in (He et al. 2015), biases 0.
     *
     * @param mean of the input, by channel
     * @param scale by which the input is multiplied once its mean is taken off, by channel
     */
    public Weights initialise(float[] mean, float[] scale, SplittableRandom random) {
        List<Shape> shapes = shapes();
        List<float[]> values = new ArrayList<>(List.of(mean.clone(), scale.clone()));
        for (Shape tensor : shapes.subList(FIRST_TRAINED, shapes.size())) {
            float[] numbers = new float[(int) tensor.size()];
            if (tensor.dimension() > 1) {
                long fanIn = tensor.dimension() == 2 ? tensor.get(0) : tensor.size() / tensor.get(0);
                double bound = Math.sqrt(6.0 / fanIn);
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = (float) ((2 * random.nextDouble() - 1) * bound);
                }
            }
            values.add(numbers);
        }
        return new Weights(shapes, values);
    }

    /**
     * Refuses the weights of another network.
     *
     * @throws IllegalArgumentException where a shape differs
     */
    public void requireFitting(Weights weights) {
        if (!weights.shapes().equals(shapes())) {
            throw new IllegalArgumentException(
                    "weights of the shapes " + weights.shapes() + " do not fit a network of " + shapes());
        }
    }

    private List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape(1, shape.channels(), 1, 1));
        shapes.add(new Shape(1, shape.channels(), 1, 1));
        int input = shape.channels();
        for (int block = 0; block < blocks; block++) {
            shapes.add(new Shape(CHANNELS[block], input, 3, 3));
            shapes.add(new Shape(CHANNELS[block]));
            input = CHANNELS[block];
        }
        shapes.addAll(List.of(new Shape(trunkSize, HIDDEN), new Shape(HIDDEN)));
        shapes.addAll(List.of(new Shape(HIDDEN, classes), new Shape(classes)));
        return shapes;
    }

    /** What no dropout touches: images [N,D] to [N,F], not negative. */
    public NDArray trunk(NDList weights, NDArray images_ND) {
        NDArray x_NCHW = images_ND
                .reshape(-1, shape.channels(), shape.height(), shape.width())
                .sub(weights.get(0))
                .mul(weights.get(1));
        for (int block = 0; block < blocks; block++) {
            NDArray weight = weights.get(FIRST_TRAINED + 2 * block);
            NDArray bias = weights.get(FIRST_TRAINED + 2 * block + 1);
            x_NCHW = Conv2d.conv2d(x_NCHW, weight, bias, ONE, THREE_BY_THREE_PADDING, ONE)
                    .singletonOrThrow();
            if (block < pooledBlocks) {
                x_NCHW = Pool.maxPool2d(x_NCHW, TWO, TWO, NONE, false);
            }
            x_NCHW = Activation.relu(x_NCHW);
        }
        return x_NCHW.reshape(-1, trunkSize);
    }

    /** The network without dropout: trunk [N,F] to logits [N,C]. */
    public NDArray head(NDList weights, NDArray trunk_NF) {
        return output(weights, hidden(weights, trunk_NF));
    }

    /** Trunk [N,F] to hidden [N,H]. */
    public NDArray hidden(NDList weights, NDArray trunk_NF) {
        return Activation.relu(trunk_NF.matMul(hiddenWeight(weights)).add(hiddenBias(weights)));
    }

    /** Hidden [N,H] to logits [N,C]. */
    public NDArray output(NDList weights, NDArray hidden_NH) {
        return hidden_NH.matMul(outputWeight(weights)).add(outputBias(weights));
    }

    NDArray hiddenWeight(NDList weights) {
        return weights.get(FIRST_TRAINED + 2 * blocks);
    }

    NDArray hiddenBias(NDList weights) {
        return weights.get(FIRST_TRAINED + 2 * blocks + 1);
    }

    NDArray outputWeight(NDList weights) {
        return weights.get(FIRST_TRAINED + 2 * blocks + 2);
    }

    NDArray outputBias(NDList weights) {
        return weights.get(FIRST_TRAINED + 2 * blocks + 3);
    }
}
