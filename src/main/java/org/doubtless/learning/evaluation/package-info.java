/**
 * How good a model is, in numbers that a person may rely on.
 *
 * <p>Beside the pipeline: each round evaluates its model on the control arm, which is never trained
 * on, before it publishes. {@link org.doubtless.learning.evaluation.Evaluation} compares predicted
 * {@link org.doubtless.learning.posterior.ClassProbabilities} with the truth, a {@link
 * org.doubtless.learning.evaluation.LearningCurve} looks back over the rounds and ahead, and {@link
 * org.doubtless.learning.evaluation.StoppingAdvice} says in plain words whether to go on.
 *
 * <p>May import {@code learning.posterior} and java, nothing else.
 */
package org.doubtless.learning.evaluation;
