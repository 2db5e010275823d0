package org.doubtless.learning.posterior;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import java.util.List;

/** One step of a network, on pictures [B,C,H,W] or on rows [..,B,F]. */
sealed interface Layer {

    /** The shape of what it makes of one image, (C,H,W) or (F), from the shape of what it gets. */
    default Shape output(Shape input) {
        return input;
    }

    /** The shapes of its weight and its bias; none where it learns nothing. */
    default List<Shape> tensors(Shape input) {
        return List.of();
    }

    /**
     * Takes the step.
     *
     * @param tensors its weight and bias, if it has any
     */
    NDArray apply(NDArray x, NDList tensors, Dropping dropping);

    /** Square filters that move by one pixel: weight (filters, C, side, side). */
    record Convolution(int filters, int side, int padding) implements Layer {

        private static final Shape ONE = new Shape(1, 1);

        @Override
        public Shape output(Shape input) {
            long shrink = side - 1L - 2L * padding;
            return new Shape(filters, input.get(1) - shrink, input.get(2) - shrink);
        }

        @Override
        public List<Shape> tensors(Shape input) {
            return List.of(new Shape(filters, input.get(0), side, side), new Shape(filters));
        }

        @Override
        public NDArray apply(NDArray x, NDList tensors, Dropping dropping) {
            return Conv2d.conv2d(x, tensors.get(0), tensors.get(1), ONE, new Shape(padding, padding), ONE)
                    .singletonOrThrow();
        }
    }

    /** The largest of each 2x2 pixels; an odd last row or column is left out. */
    record MaxPool() implements Layer {

        private static final Shape TWO = new Shape(2, 2);
        private static final Shape NONE = new Shape(0, 0);

        @Override
        public Shape output(Shape input) {
            return new Shape(input.get(0), input.get(1) / 2, input.get(2) / 2);
        }

        @Override
        public NDArray apply(NDArray x, NDList tensors, Dropping dropping) {
            return Pool.maxPool2d(x, TWO, TWO, NONE, false);
        }
    }

    /** max(0, x). */
    record Relu() implements Layer {

        @Override
        public NDArray apply(NDArray x, NDList tensors, Dropping dropping) {
            return Activation.relu(x);
        }
    }

    /** A picture as a row, channel after channel. */
    record Flatten() implements Layer {

        @Override
        public Shape output(Shape input) {
            return new Shape(input.size());
        }

        @Override
        public NDArray apply(NDArray x, NDList tensors, Dropping dropping) {
            return x.reshape(x.getShape().get(0), -1);
        }
    }

    /** Leaves out each unit with a probability: a number of a row, a whole channel of a picture. */
    record Dropout(double rate) implements Layer {

        @Override
        public NDArray apply(NDArray x, NDList tensors, Dropping dropping) {
            return dropping.apply(x, rate);
        }
    }

    /** Rows times a weight (F, width), plus a bias. */
    record Dense(int width) implements Layer {

        @Override
        public Shape output(Shape input) {
            return new Shape(width);
        }

        @Override
        public List<Shape> tensors(Shape input) {
            return List.of(new Shape(input.get(0), width), new Shape(width));
        }

        @Override
        public NDArray apply(NDArray x, NDList tensors, Dropping dropping) {
            return x.matMul(tensors.get(0)).add(tensors.get(1));
        }
    }
}
