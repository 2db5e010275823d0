package org.doubtless.learning;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.acquisition.AcquisitionFunction;
import org.doubtless.learning.acquisition.Candidates;
import org.doubtless.learning.acquisition.Ranking;
import org.doubtless.learning.acquisition.UniformRandom;
import org.doubtless.learning.evaluation.Evaluation;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.posterior.Posterior;
import org.doubtless.learning.training.ModelChoice;
import org.doubtless.learning.training.TrainedModel;
import org.doubtless.learning.training.Trainer;
import org.doubtless.learning.training.TrainingSet;
import org.doubtless.learning.uncertainty.Doubt;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/**
 * One turn of the loop by networks over a pool too large for memory, which is streamed: learn from the labels, evaluate,
 * score the pool chunk by chunk, rank it by its doubts.
 *
 * <p>Holds no state and no native memory between calls; all methods may run beside one another on
 * ordinary (not virtual) threads, and all are pure functions of the settings and their arguments.
 */
public final class StreamedLearner {

    private final LearnerSettings settings;
    private final ModelChoice network;
    private final AcquisitionFunction acquisition;

    public StreamedLearner(LearnerSettings settings) {
        this.settings = requireNonNull(settings, "settings is null");
        this.network = settings.network()
                .orElseThrow(() -> new IllegalArgumentException("the recipe wants the whole pool: name a network"));
        this.acquisition = settings.acquisition()
                .orElseThrow(() -> new IllegalArgumentException("the recipe wants the whole pool: name a function"));
    }

    /**
     * Trains a model.
     *
     * @param labelled one label or more; all may be of one class
     * @param shape what a row of its features shows
     * @throws org.doubtless.learning.work.CancelledLearning between two steps, once asked to
     * @throws org.doubtless.learning.training.DivergedTraining where a loss or weight is not finite
     */
    public TrainedModel learn(TrainingSet labelled, FeatureShape shape, Cancellation cancellation, Progress progress) {
        return new Trainer(network, settings.training(), shape, Purpose.TRAINING.seed(settings))
                .train(labelled, cancellation, progress);
    }

    /**
     * Holds a model against labels it was not trained on.
     *
     * @param control [N,D], N at least 1
     * @param labels N classes
     */
    public Evaluation evaluate(TrainedModel model, FeatureMatrix control, int... labels) {
        try (Posterior posterior = posterior(model)) {
            return Evaluation.of(PosteriorModel.predict(posterior, control), labels);
        }
    }

    /** Begins to score a pool, chunk by chunk; close it. */
    public PoolScoring score(TrainedModel model) {
        return new PoolScoring(posterior(model));
    }

    /**
     * Puts scored images in the order in which to ask.
     *
     * <p>A model that has seen fewer than two classes has nothing to compare: its doubts mean nothing,
     * and the order is random.
     *
     * @param doubts of all N candidates, row by row
     */
    public Ranking rank(TrainedModel model, List<Doubt> doubts) {
        AcquisitionFunction able = model.classesSeen() < 2 ? new UniformRandom() : acquisition;
        // Another draw each time: the same chances by row would ask again beside what was asked before.
        long labels = Arrays.stream(model.labelsPerClass()).sum();
        long seed = new SplittableRandom(Purpose.ACQUISITION.seed(settings) + labels).nextLong();
        return Ranking.of(able.score(new Candidates(doubts, seed)));
    }

    private Posterior posterior(TrainedModel model) {
        return model.posterior(settings.samples(), Purpose.POSTERIOR.seed(settings));
    }
}
