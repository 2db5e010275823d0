package org.doubtless.learning.training;

import java.util.List;
import org.doubtless.learning.posterior.Weights;

/**
 * What a training left.
 *
 * @param weights of its networks; of a variational one the means, then the deviations
 * @param steps taken, by all networks together
 */
record Fitted(List<Weights> weights, int steps) {}
