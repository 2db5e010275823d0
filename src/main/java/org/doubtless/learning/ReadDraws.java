package org.doubtless.learning;

import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.posterior.LinearDraws;
import org.doubtless.learning.posterior.PosteriorSamples;

/**
 * Reads drawn networks out together with the graph, some thousand images at a time.
 *
 * @param draws of the linear layer
 * @param drawn what turns their outputs into probabilities
 */
record ReadDraws(LinearDraws draws, DrawnReadOut drawn) {

    private static final int CHUNK = 2_000;

    /**
     * Some images, as the linear layer and the graph see them.
     *
     * @param mean_NC the layer's mean outputs
     */
    record Evidence(FloatMatrix linear_NF, FloatMatrix mean_NC, FloatMatrix potential_NK) {
        Evidence select(int... rows) {
            return new Evidence(linear_NF.select(rows), mean_NC.select(rows), potential_NK.select(rows));
        }
    }

    /** The images {@code from} (included) to {@code to} (excluded). */
    interface Chunks {
        Evidence of(int from, int to);
    }

    /** What each network says, [S,N,C]. */
    PosteriorSamples sample(int images, Chunks chunks) {
        int classes = draws.outputs();
        int samples = draws.samples();
        int size = Math.multiplyExact(Math.multiplyExact(samples, images), classes);
        float[] probabilities_SNC = new float[size];
        for (int from = 0; from < images; from += CHUNK) {
            int to = Math.min(images, from + CHUNK);
            Evidence evidence = chunks.of(from, to);
            FloatMatrix outputs_NxSC = draws.outputs(evidence.linear_NF());
            FloatMatrix joint_NC = drawn.joint(evidence);
            for (int s = 0; s < samples; s++) {
                FloatMatrix drawn_NC = outputs_NxSC.columns(s * classes, (s + 1) * classes);
                FloatMatrix probabilities_NC = drawn.probabilities(joint_NC, drawn_NC, evidence.mean_NC());
                int target = (s * images + from) * classes;
                System.arraycopy(probabilities_NC.values(), 0, probabilities_SNC, target, (to - from) * classes);
            }
        }
        return new PosteriorSamples(samples, images, classes, probabilities_SNC);
    }
}
