package org.doubtless.learning.training;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.posterior.Architecture;
import org.doubtless.learning.posterior.Network;
import org.doubtless.learning.posterior.PosteriorKind;
import org.doubtless.learning.posterior.Weights;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.CancelledLearning;
import org.doubtless.learning.work.Progress;

/**
 * Fits the networks of a {@link ModelChoice} to labels.
 *
 * <p>Minimises the cross-entropy, each label times the weight of its class, with Adam; under dropout
 * where the posterior draws by it. With 500 labels and more a tenth of them is held out: the weights with the least loss on it
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
     * Trains what scores a pool of pictures that a graph has labelled: three small networks with
     * dropout on {@link PseudoLabels#join true labels and the surest others}, in minutes on one processor
     * at most.
     */
    public static Trainer forPseudoLabels(FeatureShape shape, long seed) {
        ModelChoice choice = new ModelChoice(Architecture.SMALL, PosteriorKind.ENSEMBLE_DROPOUT, 3);
        return new Trainer(choice, TrainingSettings.forPseudoLabels(), shape, seed);
    }

    /**
     * Trains from scratch, on this thread.
     *
     * @throws CancelledLearning between two steps, once {@code cancellation} asks for it
     * @throws DivergedTraining where a loss or a weight is not finite
     * @throws IllegalArgumentException where the features are not of the trainer's shape
     */
    public TrainedModel train(TrainingSet labelled, Cancellation cancellation, Progress progress) {
        return train(labelled, Optional.empty(), cancellation, progress);
    }

    /**
     * Trains on from the weights of a former model instead of random ones.
     *
     * @param former of the same choice, shape and classes
     * @throws CancelledLearning between two steps, once {@code cancellation} asks for it
     * @throws DivergedTraining where a loss or a weight is not finite
     * @throws IllegalArgumentException where the former model is another kind of model, or the features
     *     are not of the trainer's shape
     */
    public TrainedModel trainOn(
            TrainedModel former, TrainingSet labelled, Cancellation cancellation, Progress progress) {
        if (!former.choice().equals(choice)
                || !former.shape().equals(shape)
                || former.classes() != labelled.classes()) {
            throw new IllegalArgumentException("a model of " + former.choice() + ", " + former.shape() + " and "
                    + former.classes() + " classes is no start for " + choice + ", " + shape + " and "
                    + labelled.classes() + " classes: train from scratch");
        }
        return train(labelled, Optional.of(former), cancellation, progress);
    }

    private TrainedModel train(
            TrainingSet labelled, Optional<TrainedModel> former, Cancellation cancellation, Progress progress) {
        requireNonNull(labelled, "labelled is null");
        if (labelled.features().columns() != shape.columns()) {
            throw new IllegalArgumentException("rows of " + labelled.features().columns()
                    + " features are not of the shape " + shape + ", which has " + shape.columns());
        }
        Network network = new Network(choice.architecture(), shape, labelled.classes());
        SplittableRandom random = new SplittableRandom(seed);
        HoldOut split = HoldOut.of(labelled, random.split());
        Lesson lesson = Lesson.of(labelled, shape, settings, split.held());
        Fitted fitted =
                switch (choice.posterior()) {
                    case MC_DROPOUT, ENSEMBLE_DROPOUT ->
                        FitNetworks.underDropout(network, lesson, cancellation)
                                .fit(starts(network, labelled, split.training(), former, random), progress);
                    case ENSEMBLE ->
                        FitNetworks.withoutDropout(network, lesson, cancellation)
                                .fit(starts(network, labelled, split.training(), former, random), progress);
                    case VARIATIONAL ->
                        new FitGaussians(network, lesson, cancellation)
                                .fit(start(network, labelled, former, random), progress);
                    case SGLD ->
                        new WalkPosterior(network, lesson, cancellation)
                                .walk(start(network, labelled, former, random), choice.members(), progress);
                };
        TrainingRecord record = new TrainingRecord(seed, labelled.labelsPerClass(), fitted.steps());
        return new TrainedModel(choice, shape, record, fitted.weights());
    }

    /** Members of an ensemble, each with its own sample of the rows; one alone takes all of them. */
    private List<Start> starts(
            Network network, TrainingSet labelled, int[] rows, Optional<TrainedModel> former, SplittableRandom random) {
        InputScale scale = InputScale.of(labelled.features(), network.channels());
        List<Start> starts = new ArrayList<>();
        for (int k = 0; k < choice.members(); k++) {
            SplittableRandom own = choice.members() == 1 ? random : random.split();
            int[] sample = choice.members() == 1 ? rows : Bootstrap.draw(labelled, rows, own.split());
            int member = k;
            SplittableRandom initial = own.split();
            Weights first = former.map(model -> model.weights().get(member))
                    .orElseGet(() -> network.initialise(scale.mean(), scale.factor(), initial));
            starts.add(new Start(first, sample, own));
        }
        return starts;
    }

    /** One network that learns from every row: its prior, not held-out labels, keeps it from fitting noise. */
    private static Start start(
            Network network, TrainingSet labelled, Optional<TrainedModel> former, SplittableRandom random) {
        InputScale scale = InputScale.of(labelled.features(), network.channels());
        SplittableRandom initial = random.split();
        Weights first = former.map(model -> model.weights().get(0))
                .orElseGet(() -> network.initialise(scale.mean(), scale.factor(), initial));
        return new Start(first, IntStream.range(0, labelled.size()).toArray(), random);
    }
}
