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
 * <p>{@link org.doubtless.learning.features.LabelFreeFeatures} are learned from the pool without a
 * label: edges and patches of an image, brought to some 230 numbers. {@link
 * org.doubtless.learning.features.ExtractPool} streams an {@link
 * org.doubtless.learning.features.ImageSource} through any extractor.
 *
 * <p>A network may be one part more: {@link org.doubtless.learning.features.BackboneFeatures}, trained elsewhere, or a {@link
 * org.doubtless.learning.features.SelfSupervisedEncoder}, trained on the pool.
 *
 * <p>May import java, ai.djl, ai.onnxruntime, org.ejml, {@code learning.torch} and {@code learning.work}. Knows no database, no
 * HTTP and no other package of the product.
 */
package org.doubtless.learning.features;
