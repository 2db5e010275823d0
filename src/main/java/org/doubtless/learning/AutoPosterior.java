package org.doubtless.learning;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.posterior.LinearDraws;
import org.doubtless.learning.posterior.Posterior;
import org.doubtless.learning.posterior.PosteriorSamples;

/**
 * Networks drawn from the linear layer's posterior, each read out together with the graph, as calibrated
 * probabilities. Holds no native memory; closing it does nothing.
 *
 * <p>A known limit: the draws differ in the layer's weights alone; the graph, its shifts and the sharpness are the same
 * in all of them. What the graph leaves open counts by the share that its weight implies ({@link
 * org.doubtless.learning.training.ReadOut#spread}), not by what it got wrong.
 */
public final class AutoPosterior implements Posterior {

    private static final int CHUNK = 2_000;

    private final AutoModel model;
    private final LinearDraws draws;

    AutoPosterior(AutoModel model, LinearDraws draws) {
        this.model = model;
        this.draws = draws;
    }

    @Override
    public int samples() {
        return draws.samples();
    }

    @Override
    public int classes() {
        return model.classes();
    }

    /** What each network says about images of the pool, which need no search for neighbours. */
    public PosteriorSamples sampleRows(int... rows) {
        requireNonNull(rows, "rows is null");
        return sample(rows.length, (from, to) -> model.inPool(Arrays.copyOfRange(rows, from, to)));
    }

    @Override
    public PosteriorSamples sample(FeatureMatrix images) {
        requireNonNull(images, "images is null");
        return sample(images.rows(), (from, to) -> model.outside(images.range(from, to)));
    }

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

    private interface Chunks {
        Evidence of(int from, int to);
    }

    private PosteriorSamples sample(int images, Chunks chunks) {
        int classes = classes();
        int size = Math.multiplyExact(Math.multiplyExact(samples(), images), classes);
        float[] probabilities_SNC = new float[size];
        for (int from = 0; from < images; from += CHUNK) {
            int to = Math.min(images, from + CHUNK);
            Evidence evidence = chunks.of(from, to);
            FloatMatrix outputs_NxSC = draws.outputs(evidence.linear_NF());
            FloatMatrix joint_NC = model.drawn().joint(evidence);
            for (int s = 0; s < samples(); s++) {
                FloatMatrix drawn_NC = outputs_NxSC.columns(s * classes, (s + 1) * classes);
                FloatMatrix probabilities_NC = model.drawn().probabilities(joint_NC, drawn_NC, evidence.mean_NC());
                int target = (s * images + from) * classes;
                System.arraycopy(probabilities_NC.values(), 0, probabilities_SNC, target, (to - from) * classes);
            }
        }
        return new PosteriorSamples(samples(), images, classes, probabilities_SNC);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
