package org.doubtless.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.learning.posterior.Posterior;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.doubtless.learning.training.TrainedModel;

/** Trained networks over a pool. */
final class NetworkModel implements LearnedModel {

    // Bounds the samples that are in memory at once.
    private static final int CHUNK = 2_000;

    private final FeatureMatrix pool_ND;
    private final TrainedModel trained;
    private final Posterior posterior;

    NetworkModel(FeatureMatrix pool_ND, TrainedModel trained, Posterior posterior) {
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
    public ClassProbabilities predict(FeatureMatrix images) {
        List<ClassProbabilities> chunks = new ArrayList<>();
        for (int from = 0; from < images.rows(); from += CHUNK) {
            chunks.add(posterior
                    .sample(images.range(from, Math.min(images.rows(), from + CHUNK)))
                    .mean());
        }
        return ClassProbabilities.concatenate(classes(), chunks);
    }

    @Override
    public PosteriorSamples samples(int... rows) {
        return posterior.sample(pool_ND.select(rows));
    }

    @Override
    public List<ImageDoubt> score(int... rows) {
        List<ImageDoubt> scored = new ArrayList<>(rows.length);
        for (int from = 0; from < rows.length; from += CHUNK) {
            scored.addAll(ImageDoubt.all(samples(Arrays.copyOfRange(rows, from, Math.min(rows.length, from + CHUNK)))));
        }
        return scored;
    }

    @Override
    public void close() {
        posterior.close();
    }
}
