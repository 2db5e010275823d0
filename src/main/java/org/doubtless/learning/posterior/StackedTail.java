package org.doubtless.learning.posterior;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;

/**
 * Dense layers with ReLU between, of S networks at once: one wide product [N,F] x [F,S*H], then one
 * batched product [S,N,H] x [S,H,C] a layer.
 *
 * <p>Where the networks differ in width, the narrow ones are filled up with zeros.
 */
final class StackedTail implements Tail {

    private final int draws;
    private final int firstWidth;
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> biases = new ArrayList<>();

    /** @param networks the dense layers of each of S networks */
    StackedTail(NDManager manager, List<List<FoldedLayer>> networks) {
        draws = networks.size();
        int inputs = networks.get(0).get(0).inputs();
        for (int layer = 0; layer < networks.get(0).size(); layer++) {
            List<FoldedLayer> stack = new ArrayList<>();
            for (List<FoldedLayer> network : networks) {
                stack.add(network.get(layer));
            }
            int outputs = stack.stream().mapToInt(FoldedLayer::outputs).max().orElseThrow();
            boolean first = layer == 0;
            weights.add(first ? wide(manager, stack, inputs, outputs) : batched(manager, stack, inputs, outputs));
            biases.add(bias(manager, stack, outputs)
                    .reshape(first ? new Shape(1, (long) draws * outputs) : new Shape(draws, 1, outputs)));
            inputs = outputs;
        }
        firstWidth = (int) biases.get(0).size() / draws;
    }

    @Override
    public int draws() {
        return draws;
    }

    @Override
    public NDArray logits_SNC(NDArray trunk_NF) {
        NDArray x_SNH = trunk_NF.matMul(weights.get(0))
                .addi(biases.get(0))
                .reshape(-1, draws, firstWidth)
                .transpose(1, 0, 2);
        for (int layer = 1; layer < weights.size(); layer++) {
            x_SNH = Activation.relu(x_SNH).batchMatMul(weights.get(layer)).addi(biases.get(layer));
        }
        return x_SNH;
    }

    private static NDArray wide(NDManager manager, List<FoldedLayer> stack, int inputs, int outputs) {
        int draws = stack.size();
        float[] weight_FSH = new float[Math.multiplyExact(Math.multiplyExact(inputs, draws), outputs)];
        for (int s = 0; s < draws; s++) {
            FoldedLayer layer = stack.get(s);
            for (int f = 0; f < layer.inputs(); f++) {
                System.arraycopy(
                        layer.weight(), f * layer.outputs(), weight_FSH, (f * draws + s) * outputs, layer.outputs());
            }
        }
        return manager.create(weight_FSH, new Shape(inputs, (long) draws * outputs));
    }

    private static NDArray batched(NDManager manager, List<FoldedLayer> stack, int inputs, int outputs) {
        float[] weight_SHO = new float[Math.multiplyExact(Math.multiplyExact(inputs, stack.size()), outputs)];
        for (int s = 0; s < stack.size(); s++) {
            FoldedLayer layer = stack.get(s);
            for (int h = 0; h < layer.inputs(); h++) {
                System.arraycopy(
                        layer.weight(), h * layer.outputs(), weight_SHO, (s * inputs + h) * outputs, layer.outputs());
            }
        }
        return manager.create(weight_SHO, new Shape(stack.size(), inputs, outputs));
    }

    private static NDArray bias(NDManager manager, List<FoldedLayer> stack, int outputs) {
        float[] bias_SO = new float[stack.size() * outputs];
        for (int s = 0; s < stack.size(); s++) {
            System.arraycopy(
                    stack.get(s).bias(), 0, bias_SO, s * outputs, stack.get(s).outputs());
        }
        return manager.create(bias_SO);
    }
}
