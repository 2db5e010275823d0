/**
 * Native memory, and whether native code records gradients: what everything that computes with libtorch says first.
 *
 * <p>Beside the pipeline: features, posteriors and training import it. May import java and ai.djl.
 */
package org.doubtless.learning.torch;
