/**
 * How labels become a model.
 *
 * <p>The pipeline's way back, {@code training set -> model version}. A {@link
 * org.doubtless.learning.training.Trainer} fits a network to a {@link
 * org.doubtless.learning.training.TrainingSet} in a loop of its own; the {@link
 * org.doubtless.learning.training.TrainedModel} is plain bytes, from which a posterior is opened
 * again and again. Everything random comes from the seed: the same labels, seed and number of
 * threads give the same bytes, also beside other trainings.
 *
 * <p>{@link org.doubtless.learning.training.TrainEncoder} needs no labels: it trains what may be a part of the features.
 *
 * <p>May import {@code learning.features}, {@code learning.posterior}, {@code learning.torch}, {@code learning.work} and
 * ai.djl.
 */
package org.doubtless.learning.training;
