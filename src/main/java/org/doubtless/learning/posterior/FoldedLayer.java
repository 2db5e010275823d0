package org.doubtless.learning.posterior;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * One layer of one drawn network, in plain memory.
 *
 * @param inputs rows of a dense layer, channels of a convolution
 * @param outputs columns of a dense layer, filters of a convolution
 * @param window numbers of a filter by channel; 1 for a dense layer
 * @param weight dense (inputs, outputs), convolution (outputs, inputs, window)
 * @param bias (outputs)
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody: a bundle for the tails.
record FoldedLayer(int inputs, int outputs, int window, float[] weight, float[] bias) {

    /** The dense layers of a network, with every unit. */
    static List<FoldedLayer> denseLayers(Network network, Weights weights) {
        List<FoldedLayer> dense = new ArrayList<>();
        for (int tensor = network.tensor(network.firstDense());
                tensor < weights.shapes().size();
                tensor += 2) {
            Shape shape = weights.shapes().get(tensor);
            dense.add(new FoldedLayer(
                    (int) shape.get(0), (int) shape.get(1), 1, weights.values(tensor), weights.values(tensor + 1)));
        }
        return dense;
    }

    NDArray weightTensor(NDManager manager) {
        int side = (int) Math.round(Math.sqrt(window));
        Shape shape = window == 1 ? new Shape(inputs, outputs) : new Shape(outputs, inputs, side, side);
        return manager.create(weight, shape);
    }

    NDArray biasTensor(NDManager manager) {
        return manager.create(bias);
    }
}
