package org.doubtless.learning.posterior;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** What a network's dropout layers do. */
@FunctionalInterface
public interface Dropping {

    /** Nothing: the network as it is without dropout. */
    Dropping NONE = (x, rate) -> x;

    /**
     * Multiplies by a mask whose mean is 1.
     *
     * @param x pictures [B,C,H,W] or rows [..,B,F]
     * @param rate the share of units to set to 0
     * @return of the shape of {@code x}
     */
    NDArray apply(NDArray x, double rate);

    /** The shape of a mask with a number of its own for each image and unit; a picture's units are its channels. */
    static Shape maskShape(NDArray x) {
        Shape shape = x.getShape();
        return shape.dimension() == 4 ? new Shape(shape.get(0), shape.get(1), 1, 1) : shape;
    }
}
