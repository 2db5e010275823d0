package org.doubtless.learning.posterior;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * One layer of one drawn network, in plain memory: it owns its arrays.
 *
 * @param inputs rows of a dense layer, channels of a convolution
 * @param outputs columns of a dense layer, filters of a convolution
 * @param window numbers of a filter by channel; 1 for a dense layer
 * @param weight dense (inputs, outputs), convolution (outputs, inputs, window)
 * @param bias (outputs)
 */
record FoldedLayer(int inputs, int outputs, int window, float[] weight, float[] bias) {

    NDArray weightTensor(NDManager manager) {
        int side = (int) Math.round(Math.sqrt(window));
        Shape shape = window == 1 ? new Shape(inputs, outputs) : new Shape(outputs, inputs, side, side);
        return manager.create(weight, shape);
    }

    NDArray biasTensor(NDManager manager) {
        return manager.create(bias);
    }
}
