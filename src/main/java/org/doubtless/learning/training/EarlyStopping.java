package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Optional;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.Dropping;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Weights;

/** Watches the loss on held-out labels, keeps the best weights, and says when to stop. */
final class EarlyStopping {

    private static final int LOOKS = 30;
    private static final int PATIENCE = 8;
    private static final int CHUNK = 200;

    private final Network network;
    private final FeatureMatrix images;
    private final int[] labels;
    private double least = Double.POSITIVE_INFINITY;
    private int looksSinceBest;
    private Optional<Weights> best = Optional.empty();

    /** @param held rows held out; without any, nothing ever stops early */
    EarlyStopping(Network network, TrainingSet labelled, int[] held) {
        this.network = network;
        this.images = labelled.features().select(held);
        this.labels = Arrays.stream(held).map(labelled::label).toArray();
    }

    /** Looks every so many steps, and after the last one. Gradients must be off. */
    void look(int step, int total, NDList weights) {
        int pause = Math.max(1, total / LOOKS);
        if (labels.length == 0 || (step % pause != 0 && step != total)) {
            return;
        }
        double loss = loss(weights);
        if (!Double.isFinite(loss)) {
            throw new DivergedTraining(step, "the loss on the held-out labels is " + loss);
        }
        looksSinceBest++;
        if (loss < least) {
            least = loss;
            looksSinceBest = 0;
            best = Optional.of(Weights.of(weights));
        }
    }

    boolean isDue() {
        return looksSinceBest >= PATIENCE;
    }

    /** The weights with the least loss; without held-out labels, the last ones. */
    Weights best(NDList last) {
        return best.orElseGet(() -> Weights.of(last));
    }

    private double loss(NDList weights) {
        double sum = 0;
        for (int from = 0; from < labels.length; from += CHUNK) {
            int to = Math.min(labels.length, from + CHUNK);
            FeatureMatrix chunk = images.range(from, to);
            try (NDManager memory = weights.head().getManager().newSubManager()) {
                NDArray images_ND = memory.create(chunk.toArray(), new Shape(chunk.rows(), chunk.columns()));
                NDArray logits_NC = network.logits(weights, images_ND, Dropping.NONE);
                float[] logs_NC = logits_NC.logSoftmax(-1).toFloatArray();
                for (int row = from; row < to; row++) {
                    sum -= logs_NC[(row - from) * network.classes() + labels[row]];
                }
            }
        }
        return sum / labels.length;
    }
}
