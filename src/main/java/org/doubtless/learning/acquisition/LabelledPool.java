package org.doubtless.learning.acquisition;

import org.doubtless.learning.features.FloatMatrix;

/**
 * What the labels so far say of the pool.
 *
 * @param phase what they call for
 * @param classes C, how many classes the project has
 * @param rows the labelled images, in the order in which they were labelled
 * @param covariance_DD of the linear layer's weights, every label weighing the same
 * @param margin_N the linear layer's highest minus second highest score
 * @param agreement_N how far the surroundings of an image agree on its class, 0 to 1
 * @param balance the effective number of classes in the pool, as predicted, over the number seen: 1 where
 *     all are equally frequent
 */
public record LabelledPool(
        Phase phase,
        int classes,
        int[] rows,
        FloatMatrix covariance_DD,
        double[] margin_N,
        double[] agreement_N,
        double balance) {}
