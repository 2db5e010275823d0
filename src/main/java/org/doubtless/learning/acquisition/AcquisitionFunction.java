package org.doubtless.learning.acquisition;

/**
 * Says how much is to be learnt from a label of each candidate.
 *
 * <p>A pure function: the same candidates, seed included, give the same scores.
 */
public interface AcquisitionFunction {

    /** The name by which settings and provenance know it, such as {@code power-bald}. */
    String name();

    /**
     * One finite score a candidate, [N]; higher means ask earlier. Scores of different functions, or
     * of different pools, are not on one scale.
     */
    double[] score(Candidates candidates);
}
