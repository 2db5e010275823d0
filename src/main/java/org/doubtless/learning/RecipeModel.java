package org.doubtless.learning;

import java.util.List;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.Neighbours;
import org.doubtless.learning.posterior.PosteriorSamples;

/** What the recipe has learnt, behind the face that networks have. */
final class RecipeModel extends PosteriorModel {

    private final AutoModel learnt;
    private final AutoPosterior posterior;

    RecipeModel(AutoModel learnt, int samples, long seed) {
        this(learnt, learnt.posterior(samples, seed));
    }

    private RecipeModel(AutoModel learnt, AutoPosterior posterior) {
        super(posterior);
        this.learnt = learnt;
        this.posterior = posterior;
    }

    AutoModel learnt() {
        return learnt;
    }

    @Override
    public int classes() {
        return learnt.classes();
    }

    @Override
    public int classesSeen() {
        return learnt.classesSeen();
    }

    @Override
    public PosteriorSamples samples(int... rows) {
        return posterior.sampleRows(rows);
    }

    @Override
    public List<ImageDoubt> score(FeatureMatrix images, Neighbours near) {
        return ImageDoubt.all(posterior.sample(images, near));
    }

    OutsideModel outsideModel() {
        return posterior.outsideModel();
    }
}
