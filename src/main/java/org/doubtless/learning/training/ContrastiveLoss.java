package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * How badly two views of each picture find each other among all views of a batch: the normalised, temperature-scaled
 * cross-entropy of Chen et al. 2020.
 *
 * <p>{@code mean_i -log(exp(s_ij / t) / sum_{k != i} exp(s_ik / t))}, s the cosine of two projections, j the other view
 * of i's picture. Rows 0 to B-1 are the first views, B to 2B-1 the second, of the same pictures in the same order.
 */
record ContrastiveLoss(double temperature) {

    private static final float NEVER = -1e9f;
    private static final float TINY = 1e-12f;

    /** @param projections [2B,P] */
    NDArray of(NDManager memory, NDArray projections) {
        int views = (int) projections.getShape().get(0);
        NDArray lengths =
                projections.square().sum(new int[] {1}, true).add(TINY).sqrt();
        NDArray unit = projections.div(lengths);
        NDArray likeness = unit.matMul(unit.transpose()).div((float) temperature);
        float[] self = new float[views * views];
        float[] other = new float[views * views];
        for (int i = 0; i < views; i++) {
            self[i * views + i] = NEVER;
            other[i * views + (i + views / 2) % views] = 1;
        }
        Shape square = new Shape(views, views);
        return Likelihood.CATEGORICAL.loss(likeness.add(memory.create(self, square)), memory.create(other, square));
    }
}
