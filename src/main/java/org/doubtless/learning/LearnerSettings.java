package org.doubtless.learning;

import static java.util.Objects.requireNonNull;

import org.doubtless.learning.acquisition.AcquisitionFunction;
import org.doubtless.learning.acquisition.PowerBald;
import org.doubtless.learning.training.TrainingSettings;

/**
 * How a learner learns and asks. The same settings, labels and images give the same model and order.
 *
 * @param seed of everything random
 * @param samples S, networks drawn from the posterior, at least 2: one network has no model doubt
 * @param acquisition what to ask first
 * @param training how to train
 */
public record LearnerSettings(long seed, int samples, AcquisitionFunction acquisition, TrainingSettings training) {

    public LearnerSettings {
        requireNonNull(acquisition, "acquisition is null");
        requireNonNull(training, "training is null");
        if (samples < 2) {
            throw new IllegalArgumentException(samples + " samples show no disagreement: draw at least 2");
        }
    }

    /** Twenty networks, power-BALD since people label in batches, and the default training. */
    public static LearnerSettings defaults(long seed) {
        return new LearnerSettings(seed, 20, new PowerBald(1), TrainingSettings.defaults());
    }
}
