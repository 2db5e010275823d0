package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.doubtless.learning.work.Cancellation;
import org.ejml.data.DMatrixRMaj;

/**
 * Where each image lies along the smoothest functions on the graph.
 *
 * <p>The M = min(150, N/5) smallest eigenpairs (λ, u) of the normalised Laplacian {@code I - D^-½ W
 * D^-½}, as {@code D^-½ u} of unit mean square (von Luxburg 2007). Tiny pools have up to ten. Images
 * of one cluster lie close together, whatever its shape.
 */
public final class SpectralCoordinates {

    private static final int MOST = 150;
    private static final int IMAGES_EACH = 5;
    private static final int FEWEST = 10;
    private static final int DENSE = 400;
    private static final double TOLERANCE = 1e-2;
    private static final double SHORTEST_TAU = 1e-3;
    private static final double PSI = 0.003;

    private final double[] eigenvalues_M;
    private final FloatMatrix coordinates_NM;

    SpectralCoordinates(double[] eigenvalues_M, FloatMatrix coordinates_NM) {
        this.eigenvalues_M = eigenvalues_M;
        this.coordinates_NM = coordinates_NM;
    }

    /**
     * Solves for the coordinates of a graph.
     *
     * @param seed of the solver's starting vectors
     * @param cancellation asked between steps
     */
    public static SpectralCoordinates of(NeighbourGraph graph, long seed, Cancellation cancellation) {
        requireNonNull(graph, "graph is null");
        int nodes = graph.nodes();
        int wanted = Math.min(MOST, Math.max(nodes / IMAGES_EACH, Math.min(nodes, FEWEST)));
        SymmetricEdges normalised = graph.normalised();
        if (nodes <= DENSE) {
            SymmetricEigenpairs pairs = SymmetricEigenpairs.of(dense(normalised, nodes));
            return of(graph, pairs.values(), Dense.toFloats(pairs.vectors()), wanted);
        }
        float[] smoothest = graph.degrees();
        for (int node = 0; node < nodes; node++) {
            smoothest[node] = (float) Math.sqrt(smoothest[node]);
        }
        FilteredSubspace subspace =
                new FilteredSubspace(normalised, smoothest, wanted + Math.max(10, wanted / 5), seed, cancellation);
        subspace.solve(wanted, TOLERANCE);
        return of(graph, subspace.values(), subspace.vectors(), wanted);
    }

    private static DMatrixRMaj dense(SymmetricEdges edges, int nodes) {
        DMatrixRMaj dense = new DMatrixRMaj(nodes, nodes);
        for (int node = 0; node < nodes; node++) {
            for (int edge = edges.start()[node]; edge < edges.start()[node + 1]; edge++) {
                dense.set(node, edges.neighbour()[edge], edges.weight()[edge]);
            }
        }
        return dense;
    }

    private static SpectralCoordinates of(NeighbourGraph graph, double[] values, FloatMatrix vectors, int wanted) {
        int kept = Math.min(wanted, values.length);
        double[] eigenvalues_M = new double[kept];
        Arrays.setAll(eigenvalues_M, k -> Math.max(0, 1 - values[k]));
        FloatMatrix coordinates_NM = vectors.columns(0, kept);
        double[] squares_M = new double[kept];
        for (int node = 0; node < graph.nodes(); node++) {
            double factor = 1 / Math.sqrt(graph.degree(node));
            for (int k = 0; k < kept; k++) {
                float value = (float) (coordinates_NM.at(node, k) * factor);
                coordinates_NM.values()[node * kept + k] = value;
                squares_M[k] += (double) value * value;
            }
        }
        return new SpectralCoordinates(
                eigenvalues_M,
                coordinates_NM.scaled(Arrays.stream(squares_M)
                        .map(square -> Math.sqrt(graph.nodes() / square))
                        .toArray()));
    }

    /** M, how many there are. */
    public int count() {
        return eigenvalues_M.length;
    }

    /** The eigenvalues of the Laplacian, rising from 0, [M]; a copy. */
    public double[] eigenvalues() {
        return eigenvalues_M.clone();
    }

    /** The coordinates [N,M], each of unit mean square. */
    public FloatMatrix coordinates() {
        return coordinates_NM;
    }

    /**
     * Φ [N,M]: coordinate k times {@code 1/√(λ_k + τ²)}, τ² a tenth of the eigenvalue after as many as
     * there are classes and two more; then all divided so that the mean squared length of a row is 1.
     * Clusters as coarse as the classes stand out.
     */
    public FloatMatrix coarse(int classes) {
        double edge = eigenvalues_M[Math.min(classes + 2, count() - 1)];
        return coordinates_NM.scaled(factors(Math.max(edge, SHORTEST_TAU) / 10));
    }

    /** Ψ [N,M]: the same with {@code 1/√(λ_k + 0.003)}. */
    public FloatMatrix fine() {
        return coordinates_NM.scaled(factors(PSI));
    }

    private double[] factors(double shift) {
        double[] squares =
                Arrays.stream(eigenvalues_M).map(value -> 1 / (value + shift)).toArray();
        double sum = Arrays.stream(squares).sum();
        return Arrays.stream(squares).map(square -> Math.sqrt(square / sum)).toArray();
    }
}
