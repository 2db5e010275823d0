package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.Progress;

/**
 * A pool made ready for learning from few labels: its graph, its spectral coordinates, and the features
 * [N,F] of the linear layer.
 *
 * <p>Those are {@code [√0.4 Ψ, √(0.6/P) landmarks_1, ..., √(0.6/P) landmarks_P]} for P parts of the
 * images' features: a kernel of which two fifths follow the clusters, three fifths plain likeness. Where
 * images lie outside the pool, Ψ is the weighted mean of their neighbours'. Some 3 kB an image. Immutable.
 */
public final class PoolFeatures {

    private static final int STEPS = 4;

    private final NeighbourGraph graph;
    private final SpectralCoordinates spectrum;
    private final PoolReference reference;
    private final FloatMatrix linear_NF;

    private PoolFeatures(
            List<FeaturePart> parts,
            NeighbourGraph graph,
            SpectralCoordinates spectrum,
            List<KernelLandmarks> landmarks,
            List<FloatMatrix> pool) {
        this.graph = graph;
        this.spectrum = spectrum;
        FloatMatrix fine_NM = spectrum.fine();
        LinearFeatures linear = new LinearFeatures(parts, landmarks);
        this.reference = new PoolReference(linear, graph.search(), fine_NM);
        this.linear_NF = linear.of(fine_NM, pool);
    }

    /**
     * Makes a pool ready; N² D multiplications.
     *
     * @param pool_ND at least one image
     * @param parts which columns belong together; each part of a row is brought to length 1
     * @param seed of the solver and the landmarks
     */
    public static PoolFeatures of(
            FeatureMatrix pool_ND, List<FeaturePart> parts, long seed, Cancellation cancellation, Progress progress) {
        requireNonNull(pool_ND, "pool is null");
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("the features have no part: name the columns that belong together");
        }
        List<FloatMatrix> pool = LinearFeatures.unitParts(pool_ND, parts);
        progress.report(0, STEPS);
        NeighbourGraph graph = NeighbourGraph.of(LinearFeatures.joined(pool), cancellation);
        progress.report(2, STEPS);
        SplittableRandom seeds = new SplittableRandom(seed);
        SpectralCoordinates spectrum = SpectralCoordinates.of(graph, seeds.nextLong(), cancellation);
        progress.report(3, STEPS);
        cancellation.check();
        PoolFeatures features = new PoolFeatures(parts, graph, spectrum, landmarks(pool, seeds), pool);
        progress.report(STEPS, STEPS);
        return features;
    }

    /**
     * Makes a pool ready again, the same to the last bit, in seconds.
     *
     * @param pool_ND as it was then, like {@code parts} and {@code seed}
     * @param graph what {@link #graphBytes} wrote then
     * @throws IllegalArgumentException where the bytes are no graph of so many images
     */
    public static PoolFeatures of(FeatureMatrix pool_ND, List<FeaturePart> parts, long seed, byte[] graph) {
        List<FloatMatrix> pool = LinearFeatures.unitParts(pool_ND, parts);
        GraphBytes known = GraphBytes.read(graph, pool_ND.rows());
        SplittableRandom seeds = new SplittableRandom(seed);
        // The solver had the first.
        seeds.nextLong();
        NeighbourGraph built = NeighbourGraph.of(LinearFeatures.joined(pool), known.found());
        return new PoolFeatures(parts, built, known.spectrum(), landmarks(pool, seeds), pool);
    }

    /** What it takes to make the pool ready again without searching and solving: some 700 bytes an image. */
    public byte[] graphBytes() {
        return new GraphBytes(graph.found(), spectrum).toBytes();
    }

    private static List<KernelLandmarks> landmarks(List<FloatMatrix> pool, SplittableRandom seeds) {
        return pool.stream()
                .map(part -> KernelLandmarks.of(part, seeds.nextLong()))
                .toList();
    }

    /** The graph of the pool. */
    public NeighbourGraph graph() {
        return graph;
    }

    /** The spectral coordinates of the pool. */
    public SpectralCoordinates spectrum() {
        return spectrum;
    }

    /** The features of the linear layer [N,F] for the pool. */
    public FloatMatrix linear() {
        return linear_NF;
    }

    /**
     * Images outside the pool, as its graph and its linear layer see them.
     *
     * @param near their neighbours in the pool
     * @param linear_QF the features of the linear layer
     */
    public record Outside(Neighbours near, FloatMatrix linear_QF) {}

    /**
     * Carries the pool over to other images.
     *
     * @param images_QD features made by the same extractor
     */
    public Outside outside(FeatureMatrix images_QD) {
        return reference.outside(images_QD);
    }

    /** What it takes to do so elsewhere. */
    public PoolReference reference() {
        return reference;
    }
}
