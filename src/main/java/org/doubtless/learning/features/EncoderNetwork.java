package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The network of a {@link SelfSupervisedEncoder}: three 3x3 convolutions to 32, 64 and 128 filters, ReLU after each, the
 * largest of each 2x2 pixels after the first two; of each filter the mean and the maximum over the picture.
 *
 * <p>It holds no numbers: its tensors are weight and bias of each convolution, in order.
 */
public final class EncoderNetwork {

    /** Numbers of an image's code. */
    public static final int CODES = 256;

    /** The shortest side of a picture that it can see. */
    public static final int LEAST_SIDE = 8;

    private static final int[] FILTERS = {32, 64, 128};
    private static final int SIDE = 3;
    private static final Shape ONE = new Shape(1, 1);
    private static final Shape TWO = new Shape(2, 2);
    // Brightness 0..1 to -1..1.
    private static final float MIDDLE = 0.5f;
    private static final float HALF = 2;

    private final FeatureShape shape;

    /**
     * @param shape of the pictures
     * @throws IllegalArgumentException where a side is shorter than {@link #LEAST_SIDE} pixels
     */
    public EncoderNetwork(FeatureShape shape) {
        this.shape = requireNonNull(shape, "shape is null");
        if (Math.min(shape.height(), shape.width()) < LEAST_SIDE) {
            throw new IllegalArgumentException("pictures of " + shape.width() + "x" + shape.height()
                    + " pixels are too small for an encoder: it needs " + LEAST_SIDE + " at least");
        }
    }

    /** Of the pictures that it sees. */
    public FeatureShape shape() {
        return shape;
    }

    /** The shapes of its tensors. */
    public List<Shape> tensors() {
        List<Shape> shapes = new ArrayList<>();
        int channels = shape.channels();
        for (int filters : FILTERS) {
            shapes.add(new Shape(filters, channels, SIDE, SIDE));
            shapes.add(new Shape(filters));
            channels = filters;
        }
        return shapes;
    }

    /** Fresh numbers: weights uniform with variance 2/fan-in (He et al. 2015), biases 0. */
    public List<float[]> initialise(SplittableRandom random) {
        List<float[]> numbers = new ArrayList<>();
        for (Shape tensor : tensors()) {
            float[] values = new float[(int) tensor.size()];
            if (tensor.dimension() > 1) {
                double bound = Math.sqrt(6.0 / (tensor.size() / tensor.get(0)));
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
                }
            }
            numbers.add(values);
        }
        return numbers;
    }

    /** Copies its numbers into native memory that lives as long as {@code memory}. */
    public NDList toTensors(NDManager memory, List<float[]> numbers) {
        NDList tensors = new NDList();
        List<Shape> shapes = tensors();
        for (int i = 0; i < shapes.size(); i++) {
            tensors.add(memory.create(numbers.get(i), shapes.get(i)));
        }
        return tensors;
    }

    /** Pictures [B, channels * height * width] of brightness 0..1 to codes [B,256]. */
    public NDArray codes(NDList tensors, NDArray pictures) {
        NDArray x = pictures.sub(MIDDLE).mul(HALF).reshape(-1, shape.channels(), shape.height(), shape.width());
        for (int layer = 0; layer < FILTERS.length; layer++) {
            x = Activation.relu(Conv2d.conv2d(x, tensors.get(2 * layer), tensors.get(2 * layer + 1), ONE, ONE, ONE)
                    .singletonOrThrow());
            if (layer + 1 < FILTERS.length) {
                x = Pool.maxPool2d(x, TWO, TWO, new Shape(0, 0), false);
            }
        }
        NDArray places = x.reshape(x.getShape().get(0), x.getShape().get(1), -1);
        return NDArrays.concat(new NDList(places.mean(new int[] {2}), places.max(new int[] {2})), 1);
    }
}
