package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.Dropping;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Weights;

/**
 * Watches the loss on held-out labels, keeps the best weights, and says when to stop.
 *
 * <p>Of stacked networks each is watched by itself: once it is due its best stays, whatever the
 * others go on to do.
 */
final class EarlyStopping {

    private static final int LOOKS = 30;
    private static final int PATIENCE = 8;
    private static final int CHUNK = 200;

    private final Network network;
    private final FeatureMatrix images;
    private final TrainingSet labelled;
    private final int[] held;
    private final double[] least;
    private final int[] looksSinceBest;
    private final Weights[] best;

    /**
     * @param networks K, stacked
     * @param held rows held out; without any, nothing ever stops early
     */
    EarlyStopping(Network network, int networks, TrainingSet labelled, int[] held) {
        this.network = network;
        this.images = labelled.features().select(held);
        this.labelled = labelled;
        this.held = held.clone();
        this.least = new double[networks];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        this.looksSinceBest = new int[networks];
        this.best = new Weights[networks];
    }

    /** Looks every so many steps, and after the last one. Gradients must be off. */
    void look(int step, int total, NDList weights) {
        int pause = Math.max(1, total / LOOKS);
        if (held.length == 0 || (step % pause != 0 && step != total)) {
            return;
        }
        double[] losses = losses(weights);
        List<Weights> now = Weights.unstack(network, weights);
        for (int k = 0; k < losses.length; k++) {
            if (!Double.isFinite(losses[k])) {
                throw new DivergedTraining(step, "the loss on the held-out labels is " + losses[k]);
            }
            if (looksSinceBest[k] >= PATIENCE) {
                continue;
            }
            looksSinceBest[k]++;
            if (losses[k] < least[k]) {
                least[k] = losses[k];
                looksSinceBest[k] = 0;
                best[k] = now.get(k);
            }
        }
    }

    /** Whether all of them have not bettered for long. */
    boolean isDue() {
        return Arrays.stream(looksSinceBest).allMatch(looks -> looks >= PATIENCE);
    }

    /** The weights with the least loss; without held-out labels, the last ones. */
    List<Weights> best(NDList last) {
        return best[0] == null ? Weights.unstack(network, last) : List.of(best);
    }

    private double[] losses(NDList weights) {
        double[] sums = new double[least.length];
        for (int from = 0; from < held.length; from += CHUNK) {
            int to = Math.min(held.length, from + CHUNK);
            FeatureMatrix chunk = images.range(from, to);
            try (NDManager memory = weights.head().getManager().newSubManager()) {
                NDArray images_ND = memory.create(chunk.toArray(), new Shape(chunk.rows(), chunk.columns()));
                NDArray logits_KNC = network.logits(weights, images_ND, Dropping.NONE);
                float[] logs_KNC = logits_KNC.logSoftmax(-1).toFloatArray();
                for (int k = 0; k < sums.length; k++) {
                    for (int row = from; row < to; row++) {
                        int at = (k * (to - from) + row - from) * network.classes();
                        sums[k] += loss(logs_KNC, at, held[row]) / held.length;
                    }
                }
            }
        }
        return sums;
    }

    private double loss(float[] logs, int at, int row) {
        double loss = 0;
        for (int c = 0; c < network.classes(); c++) {
            float target = labelled.target(row, c);
            // A class that is not shown may be impossible: 0 times infinity is no loss.
            loss -= target > 0 ? labelled.rowWeight(row) * target * logs[at + c] : 0;
        }
        return loss;
    }
}
