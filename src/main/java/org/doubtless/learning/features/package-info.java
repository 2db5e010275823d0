/**
 * What the models look at: decoded images become rows of numbers.
 *
 * <p>First step of the pipeline, {@code image -> features [N,D]}. A {@link
 * org.doubtless.learning.features.FeatureExtractor} turns images into a {@link
 * org.doubtless.learning.features.FeatureMatrix}; {@link
 * org.doubtless.learning.features.PixelFeatures} is the one that keeps the picture itself. The same
 * extractor, with the same {@link org.doubtless.learning.features.FeatureShape}, serves training and
 * scoring: the shape is decided once by {@link org.doubtless.learning.features.FeatureShapeChoice}
 * and stored with the model.
 *
 * <p>May import java and ai.djl. Knows no database, no HTTP and no other package of the product.
 */
package org.doubtless.learning.features;
