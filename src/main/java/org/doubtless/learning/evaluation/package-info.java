/**
 * How good a model is, in numbers that a person may rely on.
 *
 * <p>Beside the pipeline: each round evaluates its model on the control arm, which is never trained
 * on, before it publishes. {@link org.doubtless.learning.evaluation.Evaluation} compares predicted
 * {@link org.doubtless.learning.posterior.ClassProbabilities} with the truth, a {@link
 * org.doubtless.learning.evaluation.LearningCurve} looks back over the rounds and ahead, and {@link
 * org.doubtless.learning.evaluation.StoppingAdvice} says in plain words whether to go on. A {@link
 * org.doubtless.learning.evaluation.SelectiveRule} decides which predictions may stand as labels, and an {@link
 * org.doubtless.learning.evaluation.AuditedShare} whether they turned out as promised.
 *
 * <p>May import {@code learning.posterior}, java and Apache Commons Statistics, nothing else.
 */
package org.doubtless.learning.evaluation;
