package org.doubtless.learning.posterior;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureShape;

/**
 * An architecture fitted to a shape of features and a number of classes: layers one after the other.
 *
 * <p>Weights, in order: mean and scale of the input by channel (not trained), then weight and bias of
 * each layer that learns. A network that begins with a convolution takes its features as a picture,
 * any other as a row. It holds no numbers: all methods take them.
 */
public final class Network {

    /** The tensors before this one hold the scaling of the input and are not trained. */
    public static final int FIRST_TRAINED = 2;

    private final Architecture architecture;
    private final FeatureShape shape;
    private final int classes;
    private final boolean picture;
    private final List<Layer> layers;
    private final List<Shape> inputs = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final int[] firstTensor;

    /**
     * @param classes C, at least 2
     * @throws IllegalArgumentException where the architecture cannot take pictures of that shape
     */
    public Network(Architecture architecture, FeatureShape shape, int classes) {
        this.architecture = requireNonNull(architecture, "architecture is null");
        this.shape = requireNonNull(shape, "shape is null");
        if (classes < 2) {
            throw new IllegalArgumentException(classes + " classes leave nothing to learn: give at least 2");
        }
        this.classes = classes;
        this.layers = List.copyOf(architecture.layers(shape, classes));
        this.picture = layers.get(0) instanceof Layer.Convolution;
        Shape scale = picture ? new Shape(1, shape.channels(), 1, 1) : new Shape(1);
        shapes.addAll(List.of(scale, scale));
        this.firstTensor = new int[layers.size() + 1];
        Shape input = picture ? new Shape(shape.channels(), shape.height(), shape.width()) : new Shape(shape.columns());
        for (int i = 0; i < layers.size(); i++) {
            firstTensor[i] = shapes.size();
            inputs.add(input);
            shapes.addAll(layers.get(i).tensors(input));
            input = layers.get(i).output(input);
        }
        firstTensor[layers.size()] = shapes.size();
    }

    /** Which kind of network it is. */
    public Architecture architecture() {
        return architecture;
    }

    /** D, the number of features of an image. */
    public int columns() {
        return shape.columns();
    }

    /** C, the number of classes. */
    public int classes() {
        return classes;
    }

    /** The channels by which the input is scaled: those of a picture, 1 for a row. */
    public int channels() {
        return picture ? shape.channels() : 1;
    }

    /**
     * Fresh weights: uniform with variance 2/fan-in (He et al. 2015). Biases are 0; where the input is a
     * row, which may be short, they are uniform within 1/sqrt(fan-in), or all bends of a network of one
     * number would lie at its mean.
     *
     * @param mean of the input, by channel
     * @param scale by which the input is multiplied once its mean is taken off, by channel
     */
    public Weights initialise(float[] mean, float[] scale, SplittableRandom random) {
        List<float[]> values = new ArrayList<>(List.of(mean.clone(), scale.clone()));
        for (int i = FIRST_TRAINED; i < shapes.size(); i += 2) {
            double fanIn = fanIn(shapes.get(i));
            values.add(uniform(shapes.get(i), Math.sqrt(6 / fanIn), random));
            values.add(uniform(shapes.get(i + 1), picture ? 0 : 1 / Math.sqrt(fanIn), random));
        }
        return new Weights(shapes, values);
    }

    private static float[] uniform(Shape shape, double bound, SplittableRandom random) {
        float[] numbers = new float[(int) shape.size()];
        for (int i = 0; bound > 0 && i < numbers.length; i++) {
            numbers[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        return numbers;
    }

    /** How many numbers each output of a weight sums. */
    static long fanIn(Shape weight) {
        return weight.dimension() == 2 ? weight.get(0) : weight.size() / weight.get(0);
    }

    /**
     * Refuses the weights of another network.
     *
     * @throws IllegalArgumentException where a shape differs
     */
    public void requireFitting(Weights weights) {
        if (!weights.shapes().equals(shapes)) {
            throw new IllegalArgumentException(
                    "weights of the shapes " + weights.shapes() + " do not fit a network of " + shapes);
        }
    }

    /** The whole network: images [..,B,D] to logits [..,B,C]. */
    public NDArray logits(NDList weights, NDArray images, Dropping dropping) {
        return run(weights, scaled(weights, images), 0, layers.size(), dropping);
    }

    /** What the first layer takes of images [..,B,D]. */
    NDArray scaled(NDList weights, NDArray images) {
        NDArray shaped = picture ? images.reshape(-1, shape.channels(), shape.height(), shape.width()) : images;
        return shaped.sub(weights.get(0)).mul(weights.get(1));
    }

    /** The layers {@code from} (included) to {@code to} (excluded). */
    NDArray run(NDList weights, NDArray input, int from, int to, Dropping dropping) {
        NDArray x = input;
        for (int i = from; i < to; i++) {
            NDList tensors = new NDList(weights.subList(firstTensor[i], firstTensor[i + 1]));
            x = layers.get(i).apply(x, tensors, dropping);
        }
        return x;
    }

    /**
     * The layers from the first dropout on, without dropout.
     *
     * @param tensors weight and bias of those of them that learn
     */
    NDArray runTail(NDList tensors, NDArray trunk) {
        int from = firstDropout();
        NDList weights = new NDList(Collections.nCopies(firstTensor[from], null));
        weights.addAll(tensors);
        return run(weights, trunk, from, layers.size(), Dropping.NONE);
    }

    /** Whether a convolution comes after the first dropout. */
    boolean dropsInConvolutions() {
        return layers.subList(firstDropout(), layers.size()).stream().anyMatch(Layer.Convolution.class::isInstance);
    }

    /** Whether several of it can be trained at once, stacked: it has no convolution. */
    public boolean isStackable() {
        return !picture;
    }

    /** The shapes of its tensors, in their order. */
    public List<Shape> shapes() {
        return shapes;
    }

    /** Where the tensors of the dense layers begin, weight and bias in turn, ReLU between the layers. */
    public int firstDenseTensor() {
        return firstTensor[firstDense()];
    }

    /** What comes before the dense layers, without dropout: images [B,D] to rows [B,F]. */
    public NDArray convolved(NDList weights, NDArray images) {
        return run(weights, scaled(weights, images), 0, firstDense(), Dropping.NONE);
    }

    List<Layer> layers() {
        return layers;
    }

    /** The shape (C,H,W) or (F) of what a layer gets of one image. */
    Shape input(int layer) {
        return inputs.get(layer);
    }

    /** Where the weight of a layer stands among the tensors; its bias comes next. */
    int tensor(int layer) {
        return firstTensor[layer];
    }

    /** Up to this layer all draws of dropout are alike. */
    int firstDropout() {
        return first(Layer.Dropout.class);
    }

    /** From this layer on there are rows, no pictures. */
    int firstDense() {
        return first(Layer.Dense.class);
    }

    private int first(Class<? extends Layer> kind) {
        int layer = 0;
        while (!kind.isInstance(layers.get(layer))) {
            layer++;
        }
        return layer;
    }
}
