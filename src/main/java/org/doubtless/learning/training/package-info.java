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
 * <p>May import {@code learning.features}, {@code learning.posterior} and ai.djl.
 */
package org.doubtless.learning.training;
