package org.doubtless.learning;

import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.Posterior;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.doubtless.learning.training.TrainedModel;

/** Trained networks over a pool. */
final class NetworkModel extends PosteriorModel {

    private final FeatureMatrix pool_ND;
    private final TrainedModel trained;
    private final Posterior posterior;

    NetworkModel(FeatureMatrix pool_ND, TrainedModel trained, Posterior posterior) {
        super(posterior);
        this.pool_ND = pool_ND;
        this.trained = trained;
        this.posterior = posterior;
    }

    @Override
    public int classes() {
        return trained.classes();
    }

    @Override
    public int classesSeen() {
        return trained.classesSeen();
    }

    @Override
    public PosteriorSamples samples(int... rows) {
        return posterior.sample(pool_ND.select(rows));
    }
}
