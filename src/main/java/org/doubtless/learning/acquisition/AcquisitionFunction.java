package org.doubtless.learning.acquisition;

import java.util.EnumSet;
import java.util.Set;

/**
 * Says how much is to be learnt from a label of each candidate.
 *
 * <p>A pure function: the same candidates, seed included, give the same scores.
 */
public interface AcquisitionFunction {

    /** The name by which settings and provenance know it, such as {@code power-bald}. */
    String name();

    /** What it reads of the candidates; the rest need not be given. */
    default Set<Candidates.Part> needs() {
        return EnumSet.of(Candidates.Part.DOUBTS);
    }

    /**
     * One finite score a candidate, [N]; higher means ask earlier. Scores of different functions, or
     * of different pools, are not on one scale. A function that chooses a batch as a whole gives its
     * {@link Candidates#batch()} picks the highest scores, in the order in which they were picked.
     *
     * @throws IllegalStateException where a part that it {@link #needs} was not given
     */
    double[] score(Candidates candidates);
}
