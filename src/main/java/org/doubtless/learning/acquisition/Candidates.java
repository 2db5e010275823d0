package org.doubtless.learning.acquisition;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.doubtless.learning.uncertainty.Doubt;
import org.doubtless.learning.uncertainty.Uncertainty;

/**
 * The N images that may be asked about, by row, and what is known of them. Immutable.
 *
 * <p>Not every function wants every part: {@link AcquisitionFunction#needs} says which, and a part
 * that was asked for but never given is an {@link IllegalStateException}.
 */
public final class Candidates {

    /** What may be known of the candidates. */
    public enum Part {
        /** {@link Candidates#doubts()}. */
        DOUBTS,
        /** {@link Candidates#samples()}; S*N*C floats of memory. */
        SAMPLES,
        /** {@link Candidates#features()}. */
        FEATURES,
        /** {@link Candidates#labelled()} and {@link Candidates#labelledLabels()}. */
        LABELLED
    }

    private static final int DEFAULT_BATCH = 10;

    private final int size;
    private final long seed;
    private final int batch;
    private final Known known;

    /** The parts; null where one was not given. */
    private record Known(List<Doubt> doubts, PosteriorSamples samples, FeatureMatrix features, Labelled labelled) {}

    private static final class Labelled {
        private final FeatureMatrix features;
        private final int[] labels;

        private Labelled(FeatureMatrix features, int... labels) {
            this.features = features;
            this.labels = labels.clone();
        }
    }

    /**
     * Candidates of which the doubts are known.
     *
     * @param doubts what the model doubts of each of the N images
     * @param seed of all randomness of the choice
     */
    public Candidates(List<Doubt> doubts, long seed) {
        this(doubts.size(), seed, DEFAULT_BATCH, new Known(List.copyOf(doubts), null, null, null));
    }

    private Candidates(int size, long seed, int batch, Known known) {
        this.size = size;
        this.seed = seed;
        this.batch = batch;
        this.known = known;
    }

    /** Candidates of which the samples [S,N,C], and so the doubts, are known. */
    public static Candidates of(PosteriorSamples samples, long seed) {
        return new Candidates(Uncertainty.measure(samples), seed).withSamples(samples);
    }

    /** So many candidates of which nothing is known. */
    public static Candidates unknown(int size, long seed) {
        return new Candidates(size, seed, DEFAULT_BATCH, new Known(null, null, null, null));
    }

    /** Candidates of which nothing but the features [N,D] is known: no model has been trained yet. */
    public static Candidates of(FeatureMatrix features, long seed) {
        requireNonNull(features, "features is null");
        Known known = new Known(null, null, features, null);
        return new Candidates(features.rows(), seed, DEFAULT_BATCH, known);
    }

    /** The same candidates with their samples [S,N,C], draw s being the same network for all. */
    public Candidates withSamples(PosteriorSamples samples) {
        requireRows("samples", samples.images());
        return with(new Known(known.doubts, samples, known.features, known.labelled));
    }

    /** The same candidates with their features [N,D]. */
    public Candidates withFeatures(FeatureMatrix features) {
        requireRows("features", features.rows());
        return with(new Known(known.doubts, known.samples, features, known.labelled));
    }

    /**
     * The same candidates beside the images that already have a label.
     *
     * @param features [L,D], D that of the candidates; L may be 0
     * @param labels L classes
     */
    public Candidates withLabelled(FeatureMatrix features, int... labels) {
        if (features.rows() != labels.length) {
            throw new IllegalArgumentException(
                    labels.length + " labels for " + features.rows() + " labelled images: give one each");
        }
        Labelled labelled = new Labelled(features, labels);
        return with(new Known(known.doubts, known.samples, known.features, labelled));
    }

    /** The same candidates, of which {@code batch} are asked before the model learns anew; at least 1. */
    public Candidates withBatch(int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("batch is " + batch + ": ask for at least 1 image");
        }
        return new Candidates(size, seed, batch, known);
    }

    private Candidates with(Known more) {
        return new Candidates(size, seed, batch, more);
    }

    private void requireRows(String part, int rows) {
        if (rows != size) {
            throw new IllegalArgumentException(part + " has " + rows + " images where there are " + size
                    + " candidates: give one row each, in their order");
        }
    }

    /** N, the number of images. */
    public int size() {
        return size;
    }

    /** Of all randomness of the choice. */
    public long seed() {
        return seed;
    }

    /** How many images are asked before the model learns anew; 10 where it was not said. */
    public int batch() {
        return batch;
    }

    /** What the model doubts of each image, [N]. */
    public List<Doubt> doubts() {
        return given(known.doubts, "the doubts of a model");
    }

    /** What each drawn network says of each image, [S,N,C]. */
    public PosteriorSamples samples() {
        return given(known.samples, "posterior samples [S,N,C] (withSamples)");
    }

    /** The features [N,D]. */
    public FeatureMatrix features() {
        return given(known.features, "features [N,D] (withFeatures)");
    }

    /** The features [L,D] of the images that already have a label; L may be 0. */
    public FeatureMatrix labelled() {
        return given(known.labelled, "the labelled images (withLabelled)").features;
    }

    /** The classes of {@link #labelled()}, [L]; a copy. */
    public int[] labelledLabels() {
        return given(known.labelled, "the labelled images (withLabelled)")
                .labels
                .clone();
    }

    private static <T> T given(T part, String need) {
        if (part == null) {
            throw new IllegalStateException("this acquisition function needs " + need
                    + ", which these candidates were not given: give them, or choose another function");
        }
        return part;
    }
}
