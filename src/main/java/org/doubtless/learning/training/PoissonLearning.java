package org.doubtless.learning.training;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.NeighbourGraph;

/**
 * Spreads labels over the graph as charges spread a potential.
 *
 * <p>Calder, Cook, Thorpe & Slepčev 2020, "Poisson learning", class-balanced: every class is a source of
 * the same strength, shared among its labels, and the strength drains from all images by their degree.
 * Solves {@code (D - W) u = b} by conjugate gradients with Jacobi's preconditioner.
 */
public final class PoissonLearning {

    private static final int MOST_STEPS = 80;
    private static final double TOLERANCE = 3e-3;
    // Keeps pieces of the graph without a label, on which D - W is singular, solvable.
    private static final double LEAK = 1e-5;

    private final NeighbourGraph graph;
    private final float[] degree_N;
    private final double totalDegree;

    public PoissonLearning(NeighbourGraph graph) {
        this.graph = requireNonNull(graph, "graph is null");
        this.degree_N = graph.degrees();
        double total = 0;
        for (float degree : degree_N) {
            total += degree;
        }
        this.totalDegree = total;
    }

    /**
     * The potential of each class at each image.
     *
     * @param labelledRows [L] rows of the graph
     * @param labels [L] classes from 0 to {@code classes - 1}, each at least once
     * @return [N,C], the class of an image being the highest; of mean 0 by degree
     */
    public FloatMatrix solve(int[] labelledRows, int[] labels, int classes) {
        return centred(conjugateGradients(sources(labelledRows, labels, classes)));
    }

    private FloatMatrix sources(int[] labelledRows, int[] labels, int classes) {
        int[] count_C = new int[classes];
        for (int label : labels) {
            count_C[label]++;
        }
        FloatMatrix sources_NC = FloatMatrix.zeros(degree_N.length, classes);
        float[] values = sources_NC.values();
        for (int i = 0; i < labels.length; i++) {
            values[labelledRows[i] * classes + labels[i]] += 1f / count_C[labels[i]];
        }
        for (int node = 0; node < degree_N.length; node++) {
            float drain = (float) (degree_N[node] / totalDegree);
            for (int c = 0; c < classes; c++) {
                values[node * classes + c] -= drain;
            }
        }
        return sources_NC;
    }

    /** All classes at once, each with step lengths of its own. */
    private FloatMatrix conjugateGradients(FloatMatrix residual_NC) {
        FloatMatrix solution_NC = FloatMatrix.zeros(residual_NC.rows(), residual_NC.columns());
        FloatMatrix direction_NC = preconditioned(residual_NC);
        double[] energy_C = inner(residual_NC, direction_NC);
        double[] first_C = inner(residual_NC, residual_NC);
        for (int step = 0; step < MOST_STEPS; step++) {
            FloatMatrix image_NC = laplacian(direction_NC);
            double[] length_C = quotients(energy_C, inner(direction_NC, image_NC));
            advance(solution_NC, length_C, direction_NC, 1);
            advance(residual_NC, length_C, image_NC, -1);
            if (isSmall(inner(residual_NC, residual_NC), first_C)) {
                break;
            }
            FloatMatrix next_NC = preconditioned(residual_NC);
            double[] nextEnergy_C = inner(residual_NC, next_NC);
            advance(next_NC, quotients(nextEnergy_C, energy_C), direction_NC, 1);
            direction_NC = next_NC;
            energy_C = nextEnergy_C;
        }
        return solution_NC;
    }

    private FloatMatrix laplacian(FloatMatrix values_NC) {
        FloatMatrix sums_NC = graph.times(values_NC);
        int classes = values_NC.columns();
        float[] sums = sums_NC.values();
        for (int node = 0; node < degree_N.length; node++) {
            float own = (float) ((1 + LEAK) * degree_N[node]);
            for (int i = node * classes; i < (node + 1) * classes; i++) {
                sums[i] = own * values_NC.values()[i] - sums[i];
            }
        }
        return sums_NC;
    }

    private FloatMatrix preconditioned(FloatMatrix values_NC) {
        int classes = values_NC.columns();
        FloatMatrix divided_NC = FloatMatrix.zeros(values_NC.rows(), classes);
        for (int node = 0; node < degree_N.length; node++) {
            for (int i = node * classes; i < (node + 1) * classes; i++) {
                divided_NC.values()[i] = values_NC.values()[i] / degree_N[node];
            }
        }
        return divided_NC;
    }

    private static void advance(FloatMatrix values_NC, double[] length_C, FloatMatrix direction_NC, int sign) {
        int classes = length_C.length;
        for (int row = 0; row < values_NC.rows(); row++) {
            for (int c = 0; c < classes; c++) {
                values_NC.values()[row * classes + c] +=
                        (float) (sign * length_C[c] * direction_NC.values()[row * classes + c]);
            }
        }
    }

    private static double[] inner(FloatMatrix a_NC, FloatMatrix b_NC) {
        double[] sums_C = new double[a_NC.columns()];
        for (int row = 0; row < a_NC.rows(); row++) {
            for (int c = 0; c < sums_C.length; c++) {
                sums_C[c] += (double) a_NC.at(row, c) * b_NC.at(row, c);
            }
        }
        return sums_C;
    }

    private static double[] quotients(double[] above_C, double[] below_C) {
        double[] quotients_C = new double[above_C.length];
        Arrays.setAll(quotients_C, c -> below_C[c] > 0 ? above_C[c] / below_C[c] : 0);
        return quotients_C;
    }

    private static boolean isSmall(double[] squares_C, double[] first_C) {
        for (int c = 0; c < squares_C.length; c++) {
            if (squares_C[c] > TOLERANCE * TOLERANCE * first_C[c]) {
                return false;
            }
        }
        return true;
    }

    private FloatMatrix centred(FloatMatrix solution_NC) {
        int classes = solution_NC.columns();
        double[] mean_C = new double[classes];
        for (int node = 0; node < degree_N.length; node++) {
            for (int c = 0; c < classes; c++) {
                mean_C[c] += solution_NC.at(node, c) * (degree_N[node] / totalDegree);
            }
        }
        for (int node = 0; node < degree_N.length; node++) {
            for (int c = 0; c < classes; c++) {
                solution_NC.values()[node * classes + c] -= (float) mean_C[c];
            }
        }
        return solution_NC;
    }
}
