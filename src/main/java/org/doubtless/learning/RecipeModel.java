package org.doubtless.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.ClassProbabilities;
import org.doubtless.learning.posterior.PosteriorSamples;

/** What the recipe has learnt, behind the face that networks have. */
final class RecipeModel implements LearnedModel {

    // Bounds the samples that are in memory at once.
    private static final int CHUNK = 5_000;

    private final AutoModel learnt;
    private final AutoPosterior posterior;

    RecipeModel(AutoModel learnt, int samples, long seed) {
        this.learnt = learnt;
        this.posterior = learnt.posterior(samples, seed);
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
        return posterior.sampleRows(rows);
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
    public void close() {
        posterior.close();
    }
}
