package org.doubtless.learning;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.doubtless.learning.features.ExtractPool;
import org.doubtless.learning.features.FeatureExtractor;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeaturePart;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.features.FeatureShapeChoice;
import org.doubtless.learning.features.FitLabelFreeFeatures;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.ImageSource;
import org.doubtless.learning.features.LabelFreeFeatures;
import org.doubtless.learning.features.Neighbours;
import org.doubtless.learning.features.PixelFeatures;
import org.doubtless.learning.uncertainty.Strangers;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/**
 * A pool made ready to be learnt: the features [N,D] of its images, and what extracts them from others.
 *
 * <p>Made once for a pool, used by every turn. Row n is image n of the source. Immutable, thread-safe.
 */
public final class PreparedPool {

    private static final int LOOKS = 200;
    private static final int FEWEST_KNOWN = 3;
    private static final int COMPONENTS = 50;

    private final FeatureExtractor extractor;
    private final FeatureShape shape;
    private final List<FeaturePart> parts;
    private final FeatureMatrix features;
    private final AutoLearner recipe;

    private PreparedPool(
            FeatureExtractor extractor,
            FeatureShape shape,
            List<FeaturePart> parts,
            FeatureMatrix features,
            AutoLearner recipe) {
        this.extractor = extractor;
        this.shape = shape;
        this.parts = List.copyOf(parts);
        this.features = features;
        this.recipe = recipe;
    }

    /**
     * By what the pool itself teaches: gradients and learned patches, and a network where {@code fit} has one.
     *
     * @param fit with as many threads as are used here; the result does not depend on how many
     */
    public static PreparedPool labelFree(
            ImageSource pool, FitLabelFreeFeatures fit, Cancellation cancellation, Progress progress) {
        LabelFreeFeatures fitted = fit.fit(pool, cancellation, progress);
        return extracted(fitted, new ExtractPool(fitted, fit.parallelism()).extract(pool, cancellation, progress));
    }

    /**
     * By features that were extracted before.
     *
     * @param extractor what extracted them
     * @param features [N,D], N at least 1
     */
    public static PreparedPool extracted(LabelFreeFeatures extractor, FeatureMatrix features) {
        if (features.columns() != extractor.columns()) {
            throw new IllegalArgumentException("rows of " + features.columns() + " features are not of an extractor of "
                    + extractor.columns() + ": extract them again");
        }
        return new PreparedPool(extractor, null, extractor.parts(), features, null);
    }

    /** By the pictures themselves, brought to one size that fits the pool. */
    public static PreparedPool pixels(ImageSource pool, int parallelism, Cancellation cancellation, Progress progress) {
        FeatureShapeChoice choice = new FeatureShapeChoice(FeatureShapeChoice.DEFAULT_SIDE);
        int looks = Math.min(LOOKS, pool.size());
        for (int look = 0; look < looks; look++) {
            choice.see(pool.read((int) ((long) look * pool.size() / looks)));
        }
        PixelFeatures pixels = new PixelFeatures(choice.shape());
        FeatureMatrix features = new ExtractPool(pixels, parallelism).extract(pool, cancellation, progress);
        return new PreparedPool(
                pixels, pixels.shape(), List.of(new FeaturePart("pixels", 0, pixels.columns())), features, null);
    }

    /**
     * The same pool with its graph, which the recipe needs.
     *
     * @param seed of the graph's solver; not of the learning
     */
    public PreparedPool withRecipe(long seed, Cancellation cancellation, Progress progress) {
        AutoLearner prepared = AutoLearner.prepare(features, parts, seed, cancellation, progress);
        return new PreparedPool(extractor, shape, parts, features, prepared);
    }

    /**
     * The same pool with a graph that was made before: the same to the last bit, in seconds.
     *
     * @param seed of the graph's solver then
     * @param graph what {@link #graph} gave then
     * @throws IllegalArgumentException where the bytes are no graph of so many images
     */
    public PreparedPool withRecipe(long seed, byte[] graph) {
        return new PreparedPool(
                extractor, shape, parts, features, AutoLearner.prepareAgain(features, parts, seed, graph));
    }

    /** What it takes to make the graph again: some 700 bytes an image. */
    public byte[] graph() {
        return recipe().graphBytes();
    }

    /**
     * Where other images have their place in the pool: its images that look most like them, by which {@link
     * LearnedModel#score(FeatureMatrix, Neighbours)} knows them. It costs N D multiplications an image, and no label
     * changes it.
     *
     * @param images [Q,D], of the pool's features
     */
    public Neighbours near(FeatureMatrix images, Cancellation cancellation) {
        return recipe().near(images, cancellation);
    }

    /**
     * Of some images of the pool those that look most like others of it, at most so many: Q P D multiplications.
     *
     * @param rows [Q] the others
     * @param among [P] the images to be found, at least 1
     * @return for each of the others rows of the pool, nearest first
     */
    public int[][] nearest(int[] rows, int[] among, int count, Cancellation cancellation) {
        return recipe().nearest(rows, among, count, cancellation);
    }

    /**
     * The pool as people look at it: laid out by its graph, some 20 seconds for 60,000 images, and how strange each image is.
     *
     * @param seed of the layout, and of what strangeness is measured by
     */
    public PoolPlane plane(long seed, Cancellation cancellation) {
        FloatMatrix places_N2 = recipe().layout(seed, cancellation);
        cancellation.check();
        return new PoolPlane(
                places_N2,
                recipe().lookAlikes(),
                size() < FEWEST_KNOWN ? new double[size()] : Strangers.amongEachOther(features, COMPONENTS, seed));
    }

    /**
     * Puts images beyond the pool on its plane.
     *
     * @param seed of the plane
     * @param places_N2 where the pool's own images lie
     */
    public PlaceOthers placeOthers(long seed, FloatMatrix places_N2) {
        return new PlaceOthers(recipe(), places_N2, strangers(seed));
    }

    private Optional<Strangers> strangers(long seed) {
        return size() < FEWEST_KNOWN
                ? Optional.empty()
                : Optional.of(Strangers.byReconstruction(features, COMPONENTS, seed));
    }

    /** What learns over the pool's graph. */
    AutoLearner recipe() {
        if (recipe == null) {
            throw new IllegalStateException("the pool has no graph: prepare it with withRecipe");
        }
        return recipe;
    }

    /** N, the number of images. */
    public int size() {
        return features.rows();
    }

    /** The features [N,D]. */
    public FeatureMatrix features() {
        return features;
    }

    /** Which columns belong together. */
    public List<FeaturePart> parts() {
        return parts;
    }

    /** What a row shows, where it is a picture. */
    public Optional<FeatureShape> shape() {
        return Optional.ofNullable(shape);
    }

    /** What makes rows of the same kind from other images. */
    public FeatureExtractor extractor() {
        return extractor;
    }

    /** The features of other images. */
    public FeatureMatrix extract(ImageSource images, int parallelism, Cancellation cancellation, Progress progress) {
        requireNonNull(images, "images is null");
        return new ExtractPool(extractor, parallelism).extract(images, cancellation, progress);
    }
}
