package org.doubtless.learning;

import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.Neighbours;

/**
 * A pool as people look at it.
 *
 * @param places_N2 each image's place on a plane, 0 to 1; alike lie close together
 * @param nearest of each image those of the pool that look most like it
 * @param strangeness_N about the share of the pool that is less strange, 0 to 1
 */
public record PoolPlane(FloatMatrix places_N2, Neighbours nearest, double[] strangeness_N) {}
