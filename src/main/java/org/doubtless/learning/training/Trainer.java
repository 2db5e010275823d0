package org.doubtless.learning.training;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.Weights;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.learning.work.Progress;

/**
 * Fits the networks of a {@link ModelChoice} to labels.
 *
 * <p>Minimises the cross-entropy, each label times the weight of its class, under dropout, with
 * Adam. With 500 labels and more a tenth of them is held out: the weights with the least loss on it
 * are kept, and training ends when they have not bettered for long. Each member of an ensemble
 * learns its own bootstrap sample of the labels from its own first weights.
 */
public final class Trainer {

    private final ModelChoice choice;
    private final TrainingSettings settings;
    private final FeatureShape shape;
    private final long seed;

    /**
     * @param shape what a row of the labelled features shows
     * @param seed of the first weights, the resampling, the order, the shifts and the dropout
     */
    public Trainer(ModelChoice choice, TrainingSettings settings, FeatureShape shape, long seed) {
        this.choice = requireNonNull(choice, "choice is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.shape = requireNonNull(shape, "shape is null");
        this.seed = seed;
    }

    /** Trains what {@link ModelChoice#defaults} says. */
    public Trainer(TrainingSettings settings, FeatureShape shape, long seed) {
        this(ModelChoice.defaults(), settings, shape, seed);
    }

    /**
     * Trains from scratch, on this thread.
     *
     * @throws CancelledLearning between two steps, once {@code cancellation} asks for it
     * @throws DivergedTraining where a loss or a weight is not finite
     * @throws IllegalArgumentException where the features are not of the trainer's shape
     */
    public TrainedModel train(TrainingSet labelled, Cancellation cancellation, Progress progress) {
        requireNonNull(labelled, "labelled is null");
        if (labelled.features().columns() != shape.columns()) {
            throw new IllegalArgumentException("rows of " + labelled.features().columns()
                    + " features are not of the shape " + shape + ", which has " + shape.columns());
        }
        Network network = new Network(choice.architecture(), shape, labelled.classes());
        SplittableRandom random = new SplittableRandom(seed);
        HoldOut split = HoldOut.of(labelled, random.split());
        InputScale scale = InputScale.of(labelled.features(), network.channels());
        List<FitNetworks.Start> starts = new ArrayList<>();
        for (int k = 0; k < choice.members(); k++) {
            SplittableRandom own = choice.members() == 1 ? random : random.split();
            int[] rows =
                    choice.members() == 1 ? split.training() : Bootstrap.draw(labelled, split.training(), own.split());
            Weights first = network.initialise(scale.mean(), scale.factor(), own.split());
            starts.add(new FitNetworks.Start(first, rows, own));
        }
        Lesson lesson = new Lesson(labelled, shape, settings, split.held());
        FitNetworks.Fitted fitted = new FitNetworks(network, lesson, cancellation).fit(starts, progress);
        TrainingRecord record = new TrainingRecord(seed, labelled.labelsPerClass(), fitted.steps());
        return new TrainedModel(choice, shape, record, fitted.weights());
    }
}
