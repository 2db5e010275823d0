package org.doubtless.learning;

import java.util.List;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.Neighbours;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.learning.posterior.PosteriorSamples;

/**
 * What one turn has learnt about a pool: it predicts, and tells how unsure it is.
 *
 * <p>May hold native memory: close it. One thread at a time.
 */
public interface LearnedModel extends AutoCloseable {

    /** C, the number of classes. */
    int classes();

    /** How many classes it has seen a label of; below 2 it knows no difference, and its doubts mean nothing. */
    int classesSeen();

    /**
     * The prediction for images that need not be of the pool.
     *
     * @param images [N,D], of the pool's features
     */
    ClassProbabilities predict(FeatureMatrix images);

    /** What each drawn model says of rows of the pool, [S,N,C], draw s being the same model for all. */
    PosteriorSamples samples(int... rows);

    /** What it makes of rows of the pool, in their order. */
    List<ImageDoubt> score(int... rows);

    /**
     * What it makes of images that need not be of the pool, in their order.
     *
     * @param images [N,D], of the pool's features; some thousand are a good size
     */
    List<ImageDoubt> score(FeatureMatrix images);

    /**
     * The same for images whose place in the pool is known, so that it is not looked for.
     *
     * @param images [N,D], of the pool's features
     * @param near what {@link PreparedPool#near} found for them
     */
    default List<ImageDoubt> score(FeatureMatrix images, Neighbours near) {
        return score(images);
    }

    @Override
    void close();
}
