package org.doubtless.round.features;

import org.doubtless.learning.features.LabelFreeFeatures;

/**
 * What makes features of a project's images.
 *
 * @param fittedOn how many images the pool had when it was fitted
 */
public record FeatureSet(long id, LabelFreeFeatures extractor, int fittedOn) {
    /**
     * The side to which pictures are brought first. Features see 128 pixels at most; a decoder that may leave pixels out
     * reads a large photo many times faster.
     */
    public static final int PICTURE_SIDE = 256;
}
