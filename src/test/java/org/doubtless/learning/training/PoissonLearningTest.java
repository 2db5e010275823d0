package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.doubtless.learning.features.Clouds;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.NeighbourGraph;
import org.doubtless.learning.work.Cancellation;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class PoissonLearningTest {

    private static final int NODES = 120;

    private final NeighbourGraph graph = NeighbourGraph.of(Clouds.of(NODES, 3, 8, 3), Cancellation.never());
    private final int[] rows = {0, 1, 2, 3, 6};
    private final int[] labels = {0, 1, 2, 0, 0};

    @Test
    void solvesAsTheDenseSolverDoes() {
        NeighbourGraph graph = NeighbourGraph.of(Clouds.of(NODES, 1, 8, 3), Cancellation.never());
        FloatMatrix potential = new PoissonLearning(graph).solve(rows, labels, 3);
        DMatrixRMaj slow = dense(graph);
        double largest = 0;
        for (double value : slow.data) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int node = 0; node < NODES; node++) {
            for (int c = 0; c < 3; c++) {
                assertThat((double) potential.at(node, c)).isCloseTo(slow.get(node, c), within(0.02 * largest));
            }
        }
    }

    /** {@code (D - W) u = b} with one equation more, that u has mean 0 by degree. */
    private DMatrixRMaj dense(NeighbourGraph graph) {
        DMatrixRMaj laplacian = new DMatrixRMaj(NODES, NODES);
        double total = 0;
        for (int i = 0; i < NODES; i++) {
            total += graph.degree(i);
            for (int j = 0; j < NODES; j++) {
                laplacian.set(i, j, (i == j ? graph.degree(i) : 0) - graph.weight(i, j));
            }
        }
        int[] count = {3, 1, 1};
        DMatrixRMaj sources = new DMatrixRMaj(NODES, 3);
        for (int i = 0; i < rows.length; i++) {
            sources.add(rows[i], labels[i], 1.0 / count[labels[i]]);
        }
        for (int i = 0; i < NODES; i++) {
            for (int c = 0; c < 3; c++) {
                sources.add(i, c, -graph.degree(i) / total);
            }
            for (int j = 0; j < NODES; j++) {
                // Does not change the solution of mean 0, and makes the matrix regular.
                laplacian.add(i, j, graph.degree(i) * graph.degree(j) / total);
            }
        }
        DMatrixRMaj solution = new DMatrixRMaj(NODES, 3);
        CommonOps_DDRM.solve(laplacian, sources, solution);
        return solution;
    }

    @Test
    void givesEachCloudTheClassOfItsLabel() {
        FloatMatrix potential = new PoissonLearning(graph).solve(rows, labels, 3);
        for (int node = 0; node < NODES; node++) {
            assertThat(highest(potential, node)).isEqualTo(node % 3);
        }
    }

    @Test
    void givesPiecesOfTheGraphTheClassOfTheirLabel() {
        FloatMatrix apart = Clouds.of(90, 3, 8, 3);
        for (int i = 0; i < 90; i++) {
            apart.values()[i * 8] += 100 * (i % 3);
        }
        NeighbourGraph pieces = NeighbourGraph.of(apart, Cancellation.never());
        FloatMatrix potential = new PoissonLearning(pieces).solve(new int[] {0, 1, 2}, new int[] {0, 1, 2}, 3);
        for (int node = 0; node < 90; node++) {
            assertThat(highest(potential, node)).isEqualTo(node % 3);
        }
    }

    @Test
    void survivesPiecesWithoutALabel() {
        FloatMatrix apart = Clouds.of(90, 3, 8, 3);
        for (int i = 0; i < 90; i++) {
            apart.values()[i * 8] += 100 * (i % 3);
        }
        NeighbourGraph pieces = NeighbourGraph.of(apart, Cancellation.never());
        for (float value : new PoissonLearning(pieces)
                .solve(new int[] {0, 1}, new int[] {0, 1}, 2)
                .values()) {
            assertThat(Float.isFinite(value)).isTrue();
        }
    }

    @Test
    void agreesMostWithinClouds() {
        int[] truth = new int[NODES];
        Arrays.setAll(truth, node -> node % 3);
        double[] clear = Agreement.around(graph, truth, rows, labels);
        int[] mixed = truth.clone();
        for (int node = 0; node < NODES; node += 2) {
            mixed[node] = (mixed[node] + 1) % 3;
        }
        double[] muddled = Agreement.around(graph, mixed, rows, labels);
        assertThat(Arrays.stream(clear).average().orElseThrow())
                .isBetween(0.8, 1.0)
                .isGreaterThan(Arrays.stream(muddled).average().orElseThrow());
        assertThat(muddled[0]).isEqualTo(1);
    }

    private static int highest(FloatMatrix scores, int row) {
        int best = 0;
        for (int c = 1; c < scores.columns(); c++) {
            best = scores.at(row, c) > scores.at(row, best) ? c : best;
        }
        return best;
    }
}
