package org.doubtless.learning;

import java.util.List;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.Posterior;

/**
 * One pass of a model over a pool, chunk by chunk; close it.
 *
 * <p>Every chunk is scored by the same drawn networks. Memory is bounded by the chunk: some hundred
 * images are a good size. One thread at a time.
 */
public final class PoolScoring implements AutoCloseable {

    private final Posterior posterior;

    PoolScoring(Posterior posterior) {
        this.posterior = posterior;
    }

    /**
     * Scores a chunk.
     *
     * @param images [N,D], of the model's feature shape
     * @return one doubt an image, in the order of the rows
     * @throws org.doubtless.learning.posterior.UnusableProbabilities naming the row of an image for
     *     which the model gives no probabilities
     */
    public List<ImageDoubt> score(FeatureMatrix images) {
        return ImageDoubt.all(posterior.sample(images));
    }

    @Override
    public void close() {
        posterior.close();
    }
}
