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
    };

    private static final double TRUNK_DROPOUT = 0.25;
    private static final double HIDDEN_DROPOUT = 0.5;
    private static final int HIDDEN = 128;
    private static final int[] CHANNELS = {16, 32, 64, 64, 64};
    private static final int FEWEST_BLOCKS = 2;
    private static final int SMALL_ENOUGH = 4;

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
