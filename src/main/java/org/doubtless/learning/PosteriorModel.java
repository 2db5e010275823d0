package org.doubtless.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.learning.posterior.Posterior;

/** A learned model that predicts and doubts by the networks of one posterior, which it closes. */
abstract class PosteriorModel implements LearnedModel {

    // Bounds the samples that are in memory at once.
    private static final int CHUNK = 2_000;

    private final Posterior posterior;

    PosteriorModel(Posterior posterior) {
        this.posterior = posterior;
    }

    @Override
    public ClassProbabilities predict(FeatureMatrix images) {
        return predict(posterior, images);
    }

    /** The prediction [N,C] of a posterior, worked out chunk by chunk. */
    static ClassProbabilities predict(Posterior posterior, FeatureMatrix images) {
        List<ClassProbabilities> chunks = new ArrayList<>();
        for (int from = 0; from < images.rows(); from += CHUNK) {
            FeatureMatrix chunk = images.range(from, Math.min(images.rows(), from + CHUNK));
            chunks.add(posterior.sample(chunk).mean());
        }
        return ClassProbabilities.concatenate(posterior.classes(), chunks);
    }

    @Override
    public List<ImageDoubt> score(int... rows) {
        List<ImageDoubt> scored = new ArrayList<>(rows.length);
        for (int from = 0; from < rows.length; from += CHUNK) {
            int[] chunk = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + CHUNK));
            scored.addAll(ImageDoubt.all(samples(chunk)));
        }
        return scored;
    }

    @Override
    public List<ImageDoubt> score(FeatureMatrix images) {
        return ImageDoubt.all(posterior.sample(images));
    }

    @Override
    public void close() {
        posterior.close();
    }
}
