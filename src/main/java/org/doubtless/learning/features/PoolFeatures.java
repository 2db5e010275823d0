package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
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

    private static final double SPECTRAL_SHARE = 0.4;
    private static final int STEPS = 4;

    private final List<FeaturePart> parts;
    private final NeighbourGraph graph;
    private final SpectralCoordinates spectrum;
    private final List<KernelLandmarks> landmarks;
    private final FloatMatrix fine_NM;
    private final FloatMatrix linear_NF;

    private PoolFeatures(
            List<FeaturePart> parts,
            NeighbourGraph graph,
            SpectralCoordinates spectrum,
            List<KernelLandmarks> landmarks,
            List<FloatMatrix> pool) {
        this.parts = List.copyOf(parts);
        this.graph = graph;
        this.spectrum = spectrum;
        this.landmarks = landmarks;
        this.fine_NM = spectrum.fine();
        this.linear_NF = linear(fine_NM, pool);
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
        List<FloatMatrix> pool = unitParts(FloatMatrix.of(pool_ND), parts);
        progress.report(0, STEPS);
        NeighbourGraph graph = NeighbourGraph.of(joined(pool), cancellation);
        progress.report(2, STEPS);
        SplittableRandom seeds = new SplittableRandom(seed);
        SpectralCoordinates spectrum = SpectralCoordinates.of(graph, seeds.nextLong(), cancellation);
        progress.report(3, STEPS);
        List<KernelLandmarks> landmarks = pool.stream()
                .map(part -> KernelLandmarks.of(part, seeds.nextLong()))
                .toList();
        cancellation.check();
        PoolFeatures features = new PoolFeatures(parts, graph, spectrum, landmarks, pool);
        progress.report(STEPS, STEPS);
        return features;
    }

    private static List<FloatMatrix> unitParts(FloatMatrix images_ND, List<FeaturePart> parts) {
        List<FloatMatrix> unit = new ArrayList<>();
        for (FeaturePart part : parts) {
            FloatMatrix columns = images_ND.columns(part.from(), part.to());
            double[] squares = columns.squaredLengths();
            for (int i = 0; i < columns.values().length; i++) {
                double square = squares[i / columns.columns()];
                columns.values()[i] *= square == 0 ? 0 : (float) (1 / Math.sqrt(square));
            }
            unit.add(columns);
        }
        return unit;
    }

    /** Side by side, so that the squared distance is the mean over the parts. */
    private static FloatMatrix joined(List<FloatMatrix> parts) {
        FloatMatrix joined = FloatMatrix.beside(parts);
        float scale = (float) (1 / Math.sqrt(parts.size()));
        for (int i = 0; i < joined.values().length; i++) {
            joined.values()[i] *= scale;
        }
        return joined;
    }

    private FloatMatrix linear(FloatMatrix fine, List<FloatMatrix> images) {
        List<FloatMatrix> blocks = new ArrayList<>();
        blocks.add(times(fine, Math.sqrt(SPECTRAL_SHARE)));
        double share = (1 - SPECTRAL_SHARE) / images.size();
        for (int part = 0; part < images.size(); part++) {
            blocks.add(times(landmarks.get(part).coordinates(images.get(part)), Math.sqrt(share)));
        }
        return FloatMatrix.beside(blocks);
    }

    private static FloatMatrix times(FloatMatrix matrix, double factor) {
        double[] factors = new double[matrix.columns()];
        Arrays.fill(factors, factor);
        return matrix.scaled(factors);
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
        int last = parts.get(parts.size() - 1).to();
        if (images_QD.columns() < last) {
            throw new IllegalArgumentException("images of " + images_QD.columns() + " features do not fit a pool of "
                    + last + ": extract both by the same extractor");
        }
        List<FloatMatrix> images = unitParts(FloatMatrix.of(images_QD), parts);
        Neighbours near = graph.near(joined(images), Cancellation.never());
        return new Outside(near, linear(near.average(fine_NM), images));
    }
}
