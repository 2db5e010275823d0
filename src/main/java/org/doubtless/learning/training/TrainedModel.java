package org.doubtless.learning.training;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Posterior;
import org.doubtless.learning.posterior.Weights;

/** What a training left: everything needed to score images again, in plain memory. Immutable. */
public final class TrainedModel {

    private final ModelChoice choice;
    private final FeatureShape shape;
    private final TrainingRecord record;
    private final List<Weights> weights;

    TrainedModel(ModelChoice choice, FeatureShape shape, TrainingRecord record, List<Weights> weights) {
        this.choice = choice;
        this.shape = shape;
        this.record = record;
        this.weights = List.copyOf(weights);
        Network network = network();
        weights.forEach(network::requireFitting);
    }

    /** What was trained. */
    public ModelChoice choice() {
        return choice;
    }

    /** What a row of features shows; score with features of this shape. */
    public FeatureShape shape() {
        return shape;
    }

    /** C, the number of classes. */
    public int classes() {
        return record.labelsPerClass().length;
    }

    /** How many classes it has seen a label of; below 2 it knows no difference. */
    public int classesSeen() {
        return record.classesSeen();
    }

    /** How many labels of each of the C classes it was trained on; a copy. */
    public int[] labelsPerClass() {
        return record.labelsPerClass().clone();
    }

    /** The seed it was trained from. */
    public long seed() {
        return record.seed();
    }

    /** How many steps its training took, those of all its networks together. */
    public int steps() {
        return record.steps();
    }

    TrainingRecord record() {
        return record;
    }

    List<Weights> weights() {
        return weights;
    }

    private Network network() {
        return new Network(choice.architecture(), shape, classes());
    }

    /**
     * Draws networks; close the posterior.
     *
     * @param samples S, at least 1; an ensemble has no more networks than its members and draws at
     *     most these
     * @param seed of the draws: the same seed gives the same networks
     */
    public Posterior posterior(int samples, long seed) {
        return choice.posterior().draw(network(), weights, samples, seed);
    }

    /** The model as bytes; the same model always gives the same. */
    public byte[] toBytes() {
        return ModelBytes.write(this);
    }

    /**
     * Reads what {@link #toBytes} wrote: it predicts the same, bit by bit.
     *
     * @throws IllegalArgumentException where the bytes are no model, are cut off, or come from a newer
     *     version
     */
    public static TrainedModel fromBytes(byte[] bytes) {
        return ModelBytes.read(requireNonNull(bytes, "bytes is null"));
    }
}
