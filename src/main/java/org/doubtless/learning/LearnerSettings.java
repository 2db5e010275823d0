package org.doubtless.learning;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.doubtless.learning.acquisition.AcquisitionFunction;
import org.doubtless.learning.acquisition.PowerBald;
import org.doubtless.learning.training.ModelChoice;
import org.doubtless.learning.training.TrainingSettings;

/**
 * How a learner learns and asks. The same settings, labels and images give the same model and order.
 *
 * @param seed of everything random
 * @param samples S, models drawn from the posterior, at least 2: one model has no model doubt
 * @param network the networks to train; empty for the recipe of {@link AutoLearner}
 * @param acquisition what to ask first; empty for the recipe's own order
 * @param training how to train networks
 * @param candidates how many images drawn by chance are looked at when networks choose among a pool, at least 1
 */
public record LearnerSettings(
        long seed,
        int samples,
        Optional<ModelChoice> network,
        Optional<AcquisitionFunction> acquisition,
        TrainingSettings training,
        int candidates) {

    /** Looks at the whole pool. */
    public static final int ALL = Integer.MAX_VALUE;

    private static final int SAMPLES = 20;

    public LearnerSettings {
        requireNonNull(network, "network is null");
        requireNonNull(acquisition, "acquisition is null");
        requireNonNull(training, "training is null");
        if (candidates < 1) {
            throw new IllegalArgumentException(candidates + " candidates leave nothing to choose: give at least 1");
        }
        if (samples < 2) {
            throw new IllegalArgumentException(samples + " samples show no disagreement: draw at least 2");
        }
    }

    /** The recipe, with twenty models drawn. */
    public static LearnerSettings auto(long seed) {
        return new LearnerSettings(seed, SAMPLES, Optional.empty(), Optional.empty(), TrainingSettings.defaults(), ALL);
    }

    /** One network with dropout, power-BALD since people label in batches, and the default training. */
    public static LearnerSettings network(long seed) {
        return new LearnerSettings(
                seed,
                SAMPLES,
                Optional.of(ModelChoice.defaults()),
                Optional.of(new PowerBald(1)),
                TrainingSettings.defaults(),
                ALL);
    }

    /** The same with another seed. */
    public LearnerSettings withSeed(long other) {
        return new LearnerSettings(other, samples, network, acquisition, training, candidates);
    }

    /** The same with another number of models drawn. */
    public LearnerSettings withSamples(int other) {
        return new LearnerSettings(seed, other, network, acquisition, training, candidates);
    }

    /** Whether the pool's graph is needed. */
    public boolean isAuto() {
        return network.isEmpty() || acquisition.isEmpty();
    }
}
