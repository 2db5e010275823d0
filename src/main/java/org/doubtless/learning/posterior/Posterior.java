package org.doubtless.learning.posterior;

import org.doubtless.learning.features.FeatureMatrix;

/**
 * A distribution over networks, of which S are drawn once, when it is opened.
 *
 * <p>Draw <i>s</i> is the same network for every image of every call: joint scores such as BatchBALD
 * and EPIG are wrong otherwise. It holds native memory: close it. One thread at a time.
 */
public interface Posterior extends AutoCloseable {

    /** S, the number of networks drawn. */
    int samples();

    /** C, the number of classes. */
    int classes();

    /**
     * What each drawn network says about each image.
     *
     * @param images [N,D]; a chunk of a few hundred keeps memory low, any number is allowed
     * @return probabilities [S,N,C]
     * @throws IllegalArgumentException where D is not that of the training images
     */
    PosteriorSamples sample(FeatureMatrix images);

    @Override
    void close();
}
