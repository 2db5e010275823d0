package org.doubtless.learning;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.doubtless.learning.acquisition.AutoAcquisition;
import org.doubtless.learning.acquisition.PoolShape;
import org.doubtless.learning.acquisition.VarianceReduction;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeaturePart;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.GraphLayout;
import org.doubtless.learning.features.Nearest;
import org.doubtless.learning.features.Neighbours;
import org.doubtless.learning.features.PoolFeatures;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/**
 * Learns a pool from as few labels as it can: spreads labels over the pool's graph, solves a Bayesian
 * linear layer in closed form, and asks what teaches most.
 *
 * <p>Prepared once for a set of features; every turn afterwards is a pure function of the labels, in the
 * order in which they came, so that nothing is lost with the process. Works from no label on. Immutable,
 * all methods may run beside one another on ordinary (not virtual) threads.
 */
public final class AutoLearner {

    private final PoolFeatures features;
    private final VarianceReduction variance;

    private AutoLearner(PoolFeatures features) {
        this.features = features;
        this.variance = new VarianceReduction(features.linear());
    }

    /**
     * Makes a pool ready: about a minute for 60,000 images on two processors.
     *
     * @param pool_ND all images that the graph is to know, labelled or not; at least 1
     * @param parts which columns belong together
     * @param seed of the landmarks and the solver
     * @throws org.doubtless.learning.work.CancelledLearning between two steps, once asked to
     */
    public static AutoLearner prepare(
            FeatureMatrix pool_ND, List<FeaturePart> parts, long seed, Cancellation cancellation, Progress progress) {
        return new AutoLearner(PoolFeatures.of(pool_ND, parts, seed, cancellation, progress));
    }

    /**
     * Makes a pool ready again, the same to the last bit, in seconds.
     *
     * @param pool_ND as they were then, like {@code parts} and {@code seed}
     * @param graph what {@link #graphBytes} wrote then
     * @throws IllegalArgumentException where the bytes are no graph of so many images
     */
    public static AutoLearner prepareAgain(FeatureMatrix pool_ND, List<FeaturePart> parts, long seed, byte[] graph) {
        return new AutoLearner(PoolFeatures.of(pool_ND, parts, seed, graph));
    }

    /** What it takes to make the pool ready again: some 700 bytes an image. */
    public byte[] graphBytes() {
        return features.graphBytes();
    }

    /** The nearest images of the pool, of others [Q,D]. */
    Neighbours near(FeatureMatrix images_QD, Cancellation cancellation) {
        return features.reference().near(images_QD, cancellation);
    }

    Nearest nearestOthers(FeatureMatrix images_QD, Neighbours near, Cancellation cancellation) {
        return features.reference().nearestOthers(images_QD, near, cancellation);
    }

    FloatMatrix layout(long seed, Cancellation cancellation) {
        return GraphLayout.of(features.graph(), features.spectrum(), seed, cancellation);
    }

    /** What each image of the pool looks most like in it. */
    Neighbours lookAlikes() {
        return features.graph().found();
    }

    int[][] nearest(int[] rows, int[] among, int count, Cancellation cancellation) {
        return features.graph().nearest(rows, among, count, cancellation);
    }

    /** N, the number of images in the pool. */
    public int images() {
        return features.graph().nodes();
    }

    /**
     * Learns from the labels so far.
     *
     * @param rows [L] rows of the pool, in the order in which they were labelled, none twice; L may be 0
     * @param labels [L] their classes, 0 to {@code classes - 1}
     * @param classes C, at least 2
     */
    public AutoModel learn(int[] rows, int[] labels, int classes) {
        return new AutoModel(features, new KnownLabels(images(), rows, labels, classes));
    }

    /**
     * Puts images in the order in which to ask about them.
     *
     * @param model what this learner has learnt so far
     * @param candidates rows that may be asked about, none of them labelled and none twice
     * @param batch how many are asked before the next call, at least 1: they are chosen together and come
     *     first
     * @param seed the same for all calls of a project
     * @return all candidates, first to ask first
     */
    public int[] rank(AutoModel model, int[] candidates, int batch, long seed) {
        requireNonNull(model, "model is null");
        if (batch < 1) {
            throw new IllegalArgumentException("batch is " + batch + ": ask for at least 1 image");
        }
        PoolShape shape = new PoolShape(
                features.spectrum().coarse(model.classes()), features.graph().degrees());
        return new AutoAcquisition(shape, variance).rank(model.labelledPool(), candidates.clone(), batch, seed);
    }
}
