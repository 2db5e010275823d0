package org.doubtless.round.features;

import org.doubtless.learning.features.LabelFreeFeatures;

/**
 * What makes features of a project's images.
 *
 * @param fittedOn how many images the pool had when it was fitted
 */
public record FeatureSet(long id, LabelFreeFeatures extractor, int fittedOn) {}
