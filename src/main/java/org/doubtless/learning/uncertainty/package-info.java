/**
 * How unsure the model is, and of which kind: pure functions {@code [S,N,C] -> [N]}.
 *
 * <p>Third step of the pipeline, {@code posterior samples -> uncertainty}. Total doubt splits into
 * <i>data doubt</i> (aleatoric: every network finds the image ambiguous; more labels do not help) and
 * <i>model doubt</i> (epistemic: the networks disagree; a label helps).
 *
 * <p>{@link org.doubtless.learning.uncertainty.Strangers} asks another question, of the features and not
 * of the networks: whether an image is like anything known at all.
 *
 * <p>May import {@code learning.features} (strangers are told by distances of rows), {@code
 * learning.posterior}, org.ejml and java, nothing else.
 */
package org.doubtless.learning.uncertainty;
