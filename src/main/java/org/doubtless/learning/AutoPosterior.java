package org.doubtless.learning;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.Neighbours;
import org.doubtless.learning.posterior.LinearDraws;
import org.doubtless.learning.posterior.Posterior;
import org.doubtless.learning.posterior.PosteriorSamples;

/**
 * Networks drawn from the linear layer's posterior, each read out together with the graph, as calibrated
 * probabilities. Holds no native memory; closing it does nothing.
 *
 * <p>A known limit: the draws differ in the layer's weights alone; the graph and its shifts are the same in all of them.
 * How doubt is told apart all the same says {@link FitDrawnReadOut}; before there are some 20 labels, part of what the graph
 * leaves open still counts as data doubt.
 */
public final class AutoPosterior implements Posterior {

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
        return new ReadDraws(draws, model.drawn())
                .sample(rows.length, (from, to) -> model.inPool(Arrays.copyOfRange(rows, from, to)));
    }

    @Override
    public PosteriorSamples sample(FeatureMatrix images) {
        requireNonNull(images, "images is null");
        return new ReadDraws(draws, model.drawn())
                .sample(images.rows(), (from, to) -> model.outside(images.range(from, to)));
    }

    /** What each network says about images [N,D] whose place in the pool is known. */
    PosteriorSamples sample(FeatureMatrix images, Neighbours near) {
        return new ReadDraws(draws, model.drawn())
                .sample(images.rows(), (from, to) -> model.outside(images.range(from, to), near.range(from, to)));
    }

    /** The same for images outside the pool alone. */
    OutsideModel outsideModel() {
        return model.outsideModel(draws);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
