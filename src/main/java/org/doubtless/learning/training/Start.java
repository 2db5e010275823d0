package org.doubtless.learning.training;

import java.util.SplittableRandom;
import org.doubtless.learning.posterior.Weights;

/**
 * Where the training of a network begins.
 *
 * @param rows of the labelled images that it is to learn; not to be written to
 * @param random of its order, masks and noise
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and never handed out.
record Start(Weights weights, int[] rows, SplittableRandom random) {}
