package org.doubtless.learning.posterior;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws a network by dropout and leaves out what it dropped: smaller weights, the same numbers.
 *
 * <p>A mask is a factor of the next layer's weights by row, so it is folded into them; units that it
 * sets to 0 need not be computed, so their columns in the layer before are left out. Only what comes
 * after the first dropout is drawn; the units of the trunk are all there, since all draws share them.
 */
final class Thinning {

    private final Network network;
    private final Weights weights;
    private final SplittableRandom random;

    /** @param random draws the masks: network after network, layer after layer */
    Thinning(Network network, Weights weights, SplittableRandom random) {
        this.network = network;
        this.weights = weights;
        this.random = random;
    }

    /** The layers after the first dropout of the next network drawn. */
    List<FoldedLayer> draw() {
        List<FoldedLayer> drawn = new ArrayList<>();
        Gap before = new Gap(network.firstDropout(), true);
        while (before.end < network.layers().size()) {
            Gap after = new Gap(before.end + 1, false);
            drawn.add(fold(before, after));
            before = after;
        }
        return drawn;
    }

    private FoldedLayer fold(Gap before, Gap after) {
        int tensor = network.tensor(before.end);
        Shape shape = weights.shapes().get(tensor);
        float[] weight = weights.values(tensor);
        float[] bias = weights.values(tensor + 1);
        boolean dense = shape.dimension() == 2;
        int outputs = (int) shape.get(dense ? 1 : 0);
        int inputs = (int) shape.get(dense ? 0 : 1);
        int window = (int) (shape.size() / outputs / inputs);
        int[] columns = after.kept == null ? IntStream.range(0, outputs).toArray() : after.kept;
        float[] folded = new float[before.rows.length * columns.length * window];
        float[] foldedBias = new float[columns.length];
        for (int column = 0; column < columns.length; column++) {
            foldedBias[column] = bias[columns[column]];
            for (int row = 0; row < before.rows.length; row++) {
                int from = dense
                        ? before.rows[row] * outputs + columns[column]
                        : (columns[column] * inputs + before.rows[row]) * window;
                int to = dense ? row * columns.length + column : (column * before.rows.length + row) * window;
                for (int k = 0; k < window; k++) {
                    folded[to + k] = weight[from + k] * before.factors[row];
                }
            }
        }
        return new FoldedLayer(before.rows.length, columns.length, window, folded, foldedBias);
    }

    /** What lies between two layers that learn: the masks drawn there. */
    private final class Gap {

        /** The layer that learns after it; the number of layers where none does. */
        private final int end;
        /** The outputs of the layer before that are still there; null where nothing was left out. */
        private int[] kept;
        /** The inputs of the layer after that are still there. */
        private int[] rows;
        /** By what each of these is multiplied. */
        private float[] factors;

        Gap(int start, boolean first) {
            int layer = start;
            float[] mask = null;
            while (layer < network.layers().size()
                    && network.layers().get(layer).tensors(network.input(layer)).isEmpty()) {
                Shape input = network.input(layer);
                if (mask == null) {
                    mask = new float[(int) input.get(0)];
                    Arrays.fill(mask, 1);
                }
                if (network.layers().get(layer) instanceof Layer.Dropout dropout) {
                    multiply(mask, DropoutMask.draw(mask.length, dropout.rate(), random));
                } else if (network.layers().get(layer) instanceof Layer.Flatten) {
                    keep(mask, first);
                    int plane = (int) (input.size() / input.get(0));
                    rows = spread(kept, plane);
                    mask = spread(mask, plane);
                }
                layer++;
            }
            end = layer;
            if (mask != null && layer < network.layers().size()) {
                if (rows == null) {
                    keep(mask, first);
                    rows = kept;
                }
                factors = new float[rows.length];
                for (int row = 0; row < rows.length; row++) {
                    factors[row] = mask[rows[row]];
                }
            }
        }

        private void keep(float[] mask, boolean all) {
            kept = IntStream.range(0, mask.length)
                    .filter(unit -> all || mask[unit] != 0)
                    .toArray();
            if (kept.length == 0) {
                // A layer has at least one output; its factor is 0.
                kept = new int[1];
            }
        }
    }

    private static void multiply(float[] mask, float[] factor) {
        for (int unit = 0; unit < mask.length; unit++) {
            mask[unit] *= factor[unit];
        }
    }

    private static int[] spread(int[] channels, int plane) {
        return Arrays.stream(channels)
                .flatMap(channel -> IntStream.range(channel * plane, (channel + 1) * plane))
                .toArray();
    }

    private static float[] spread(float[] mask, int plane) {
        float[] spread = new float[mask.length * plane];
        for (int unit = 0; unit < spread.length; unit++) {
            spread[unit] = mask[unit / plane];
        }
        return spread;
    }
}
