/**
 * How unsure the model is, and of which kind: pure functions {@code [S,N,C] -> [N]}.
 *
 * <p>Third step of the pipeline, {@code posterior samples -> uncertainty}. Total doubt splits into
 * <i>data doubt</i> (aleatoric: every network finds the image ambiguous; more labels do not help) and
 * <i>model doubt</i> (epistemic: the networks disagree; a label helps).
 *
 * <p>May import {@code learning.posterior} and java, nothing else.
 */
package org.doubtless.learning.uncertainty;
