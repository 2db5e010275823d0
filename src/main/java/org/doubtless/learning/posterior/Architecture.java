package org.doubtless.learning.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.posterior.Layer.Convolution;
import org.doubtless.learning.posterior.Layer.Dense;
import org.doubtless.learning.posterior.Layer.Dropout;
import org.doubtless.learning.posterior.Layer.Flatten;
import org.doubtless.learning.posterior.Layer.MaxPool;
import org.doubtless.learning.posterior.Layer.Relu;

/** The kinds of network, by the names that models are stored under. */
public enum Architecture {
    /**
     * For small pictures of any size: (3x3 convolution, max-pool 2, ReLU) halving the picture until it
     * is at most 4 pixels long, dropout .25, dense 128, ReLU, dropout .5, dense C.
     */
    SMALL("small") {
        @Override
        List<Layer> layers(FeatureShape shape, int classes) {
            List<Layer> layers = new ArrayList<>(blocks(shape, List.of()));
            layers.add(new Flatten());
            layers.add(new Dropout(TRUNK_DROPOUT));
            layers.addAll(head(classes));
            return layers;
        }
    },
    /**
     * The net of Gal, Islam & Ghahramani 2017, "Deep Bayesian active learning with image data": twice
     * (4x4 convolution to 32, ReLU), max-pool 2, dropout .25, dense 128, ReLU, dropout .5, dense C.
     * Without their L2 penalty of 2.5 / labels on the dense layer: over as many steps as are trained here
     * it shrinks the layer until the networks disagree by the ink of a digit, and BALD needs more labels
     * than chance (measured on MNIST). Pictures of 8 pixels at least.
     */
    GAL("gal") {
        @Override
        List<Layer> layers(FeatureShape shape, int classes) {
            requireAtLeast(GAL_LEAST, shape);
            Layer convolution = new Convolution(32, 4, 0);
            List<Layer> layers = new ArrayList<>(
                    List.of(convolution, new Relu(), convolution, new Relu(), new MaxPool(), new Flatten()));
            layers.add(new Dropout(TRUNK_DROPOUT));
            layers.addAll(head(classes));
            return layers;
        }
    },
    /**
     * The net of Kirsch, van Amersfoort & Gal 2019, "BatchBALD": 5x5 convolution to 32 and another to 64,
     * each with dropout .5 of whole channels, max-pool 2 and ReLU; dense 128, ReLU, dropout .5, dense C.
     * Pictures of 16 pixels at least.
     */
    KIRSCH("kirsch") {
        @Override
        List<Layer> layers(FeatureShape shape, int classes) {
            requireAtLeast(KIRSCH_LEAST, shape);
            List<Layer> layers = new ArrayList<>();
            for (int filters : new int[] {32, 64}) {
                layers.addAll(List.of(
                        new Convolution(filters, 5, 0), new MaxPool(), new Relu(), new Dropout(HIDDEN_DROPOUT)));
            }
            layers.add(new Flatten());
            layers.addAll(head(classes));
            return layers;
        }
    },
    /**
     * As {@link #SMALL}, with a dropout of .25 after every convolution block: it leaves out whole
     * channels, so that a draw is a network with fewer filters, the same at every place of a picture
     * (Tompson et al. 2015). All but the first block differs from draw to draw.
     */
    BLOCK_DROPOUT("block-dropout") {
        @Override
        List<Layer> layers(FeatureShape shape, int classes) {
            List<Layer> layers = new ArrayList<>(blocks(shape, List.of(new Dropout(TRUNK_DROPOUT))));
            layers.add(new Flatten());
            layers.addAll(head(classes));
            return layers;
        }
    },
    /**
     * For rows of features that were made elsewhere, or any numbers: dense 128, ReLU, dropout .1, dense
     * 128, ReLU, dropout .25, dense C.
     */
    HEAD("head") {
        @Override
        List<Layer> layers(FeatureShape shape, int classes) {
            return List.of(
                    new Dense(HIDDEN),
                    new Relu(),
                    new Dropout(ROW_DROPOUT),
                    new Dense(HIDDEN),
                    new Relu(),
                    new Dropout(ROW_HIDDEN_DROPOUT),
                    new Dense(classes));
        }
    };

    private static final double TRUNK_DROPOUT = 0.25;
    private static final double HIDDEN_DROPOUT = 0.5;
    // Under more, rows of few numbers are fitted badly (measured on a sine and on pixels).
    private static final double ROW_DROPOUT = 0.1;
    private static final double ROW_HIDDEN_DROPOUT = 0.25;
    private static final int HIDDEN = 128;
    private static final int[] CHANNELS = {16, 32, 64, 64, 64};
    private static final int FEWEST_BLOCKS = 2;
    private static final int SMALL_ENOUGH = 4;
    private static final int GAL_LEAST = 8;
    private static final int KIRSCH_LEAST = 16;

    private final String label;

    Architecture(String label) {
        this.label = label;
    }

    /** The name that people and stored models use. */
    public String label() {
        return label;
    }

    /**
     * The architecture of a name.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Architecture named(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no network \"" + label + "\": choose one of "
                        + Arrays.stream(values()).map(Architecture::label).collect(Collectors.joining(", "))));
    }

    /** What it consists of, for pictures of a shape; the last layer is dense, C wide. */
    abstract List<Layer> layers(FeatureShape shape, int classes);

    void requireAtLeast(int pixels, FeatureShape shape) {
        if (Math.min(shape.height(), shape.width()) < pixels) {
            throw new IllegalArgumentException("the network \"" + label + "\" needs pictures of at least " + pixels
                    + "x" + pixels + " pixels, not " + shape.width() + "x" + shape.height() + ": take \"small\"");
        }
    }

    private static List<Layer> head(int classes) {
        return List.of(new Dense(HIDDEN), new Relu(), new Dropout(HIDDEN_DROPOUT), new Dense(classes));
    }

    /** 3x3 convolutions, each halving the picture while it can be, until it is small. */
    private static List<Layer> blocks(FeatureShape shape, List<Layer> afterEach) {
        List<Layer> layers = new ArrayList<>();
        int height = shape.height();
        int width = shape.width();
        for (int block = 0; block < CHANNELS.length; block++) {
            if (block >= FEWEST_BLOCKS && Math.max(height, width) <= SMALL_ENOUGH) {
                break;
            }
            layers.add(new Convolution(CHANNELS[block], 3, 1));
            if (Math.min(height, width) >= SMALL_ENOUGH) {
                layers.add(new MaxPool());
                height /= 2;
                width /= 2;
            }
            layers.add(new Relu());
            layers.addAll(afterEach);
        }
        return layers;
    }
}
