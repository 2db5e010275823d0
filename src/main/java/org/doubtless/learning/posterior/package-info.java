/**
 * What the data leave open: many networks that agree with the labels, instead of one.
 *
 * <p>Second step of the pipeline, {@code features [N,D] -> samples [S,N,C]}. A {@link
 * org.doubtless.learning.posterior.Posterior} draws {@link
 * org.doubtless.learning.posterior.PosteriorSamples}; draw <i>s</i> is the same network for every
 * image and every chunk of a pool. The tensor code that training shares ({@link
 * org.doubtless.learning.posterior.Network}, {@link
 * org.doubtless.learning.posterior.Weights}) lives here too.
 *
 * <p>May import {@code learning.features} and {@code learning.torch}; ai.djl only for sampling.
 */
package org.doubtless.learning.posterior;
