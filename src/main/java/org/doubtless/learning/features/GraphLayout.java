package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.util.SplittableRandom;
import org.doubtless.learning.work.Cancellation;

/**
 * Lays a graph out on a plane, for people to look at: images that look alike lie close together.
 *
 * <p>Begins at two of the spectral coordinates and lets edges pull and chance pairs push, by the forces of UMAP (McInnes, Healy
 * and Melville 2018, "Uniform Manifold Approximation and Projection"), {@code 1 / (1 + a d^2b)} with a = 1.577 and b = 0.895.
 * Distances between far-apart groups mean little. The same graph and seed give the same plane.
 */
public final class GraphLayout {
    private static final double A = 1.577;
    private static final double B = 0.895;
    private static final double FARTHEST_STEP = 4;
    private static final double EXTENT = 10;
    private static final int PUSHES = 5;
    // Many images settle in fewer turns, and each turn costs more.
    private static final int LARGE = 10_000;
    private static final int TURNS = 300;
    private static final int TURNS_OF_LARGE = 150;
    private static final int CHECK_EVERY = 10;

    private final NeighbourGraph graph;
    private final SplittableRandom random;
    private final double[] place_N2;

    private GraphLayout(NeighbourGraph graph, double[] place_N2, SplittableRandom random) {
        this.graph = graph;
        this.place_N2 = place_N2;
        this.random = random;
    }

    /**
     * The plane of a graph, [N,2], its larger side from 0 to 1.
     *
     * @param spectrum of the same graph
     */
    public static FloatMatrix of(
            NeighbourGraph graph, SpectralCoordinates spectrum, long seed, Cancellation cancellation) {
        requireNonNull(graph, "graph is null");
        SplittableRandom random = new SplittableRandom(seed);
        GraphLayout layout = new GraphLayout(graph, start(spectrum, random), random);
        int turns = graph.nodes() > LARGE ? TURNS_OF_LARGE : TURNS;
        for (int turn = 0; turn < turns; turn++) {
            if (turn % CHECK_EVERY == 0) {
                cancellation.check();
            }
            layout.turn(1 - turn / (double) turns);
        }
        return layout.scaled();
    }

    /** The two smoothest coordinates that are not the same everywhere, and a little chance, so that none lie on each other. */
    private static double[] start(SpectralCoordinates spectrum, SplittableRandom random) {
        FloatMatrix coordinates_NM = spectrum.coordinates();
        int nodes = coordinates_NM.rows();
        int columns = coordinates_NM.columns();
        double[] place_N2 = new double[2 * nodes];
        for (int axis = 0; axis < 2; axis++) {
            int column = Math.min(axis + 1, columns - 1);
            for (int node = 0; node < nodes; node++) {
                // A few images that hang together by nothing but themselves would push all others into one place.
                double value = Math.max(-3, Math.min(3, coordinates_NM.at(node, column)));
                place_N2[2 * node + axis] = EXTENT * value / 3 + random.nextDouble() / 10;
            }
        }
        return place_N2;
    }

    /** Pulls along edges, the heavier the more often, and pushes as many times away from others. */
    private void turn(double step) {
        int nodes = graph.nodes();
        SymmetricEdges edges = graph.edges();
        for (int node = 0; node < nodes; node++) {
            for (int edge = edges.start()[node]; edge < edges.start()[node + 1]; edge++) {
                if (random.nextDouble() >= edges.weight()[edge]) {
                    continue;
                }
                pull(node, edges.neighbour()[edge], step);
                for (int push = 0; push < PUSHES; push++) {
                    push(node, random.nextInt(nodes), step);
                }
            }
        }
    }

    private void pull(int node, int other, double step) {
        double squared = squared(node, other);
        if (squared == 0) {
            return;
        }
        double power = Math.pow(squared, B);
        double force = -2 * A * B * (power / squared) / (1 + A * power);
        for (int axis = 0; axis < 2; axis++) {
            double move = step * bounded(force * difference(node, other, axis));
            place_N2[2 * node + axis] += move;
            place_N2[2 * other + axis] -= move;
        }
    }

    private void push(int node, int other, double step) {
        if (node == other) {
            return;
        }
        double squared = squared(node, other);
        double force = 2 * B / ((0.001 + squared) * (1 + A * Math.pow(squared, B)));
        for (int axis = 0; axis < 2; axis++) {
            double difference = difference(node, other, axis);
            place_N2[2 * node + axis] += step * (squared == 0 ? FARTHEST_STEP : bounded(force * difference));
        }
    }

    private double difference(int node, int other, int axis) {
        return place_N2[2 * node + axis] - place_N2[2 * other + axis];
    }

    private double squared(int node, int other) {
        double x = difference(node, other, 0);
        double y = difference(node, other, 1);
        return x * x + y * y;
    }

    private static double bounded(double move) {
        return Math.max(-FARTHEST_STEP, Math.min(FARTHEST_STEP, move));
    }

    private FloatMatrix scaled() {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int k = 0; k < place_N2.length; k++) {
            low[k % 2] = Math.min(low[k % 2], place_N2[k]);
            high[k % 2] = Math.max(high[k % 2], place_N2[k]);
        }
        double side = Math.max(Math.max(high[0] - low[0], high[1] - low[1]), Double.MIN_NORMAL);
        FloatMatrix plane_N2 = FloatMatrix.zeros(place_N2.length / 2, 2);
        for (int k = 0; k < place_N2.length; k++) {
            double middle = (low[k % 2] + high[k % 2]) / 2;
            plane_N2.values()[k] = (float) Math.max(0, Math.min(1, 0.5 + (place_N2[k] - middle) / side));
        }
        return plane_N2;
    }
}
