package org.doubtless.learning.acquisition;

import java.util.List;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.SquaredDistances;
import org.doubtless.learning.posterior.ClassProbabilities;

/**
 * The gradients of the last layer's loss were the likeliest class the label, [N, C*D]: {@code g = q (x) h},
 * {@code q = p - onehot(likeliest)}.
 *
 * <p>They are never laid out: {@code <g, g'> = <q, q'> <h, h'>}, so that N*(C+D) numbers do for all
 * distances.
 */
final class GradientEmbeddings {

    private final FeatureMatrix features_ND;
    private final SquaredDistances distances;
    private final double[][] q_NC;
    private final double[] squaredQ_N;
    private final double[] squaredH_N;

    GradientEmbeddings(ClassProbabilities mean_NC, FeatureMatrix features_ND) {
        this.features_ND = features_ND;
        distances = new SquaredDistances(features_ND);
        q_NC = new double[features_ND.rows()][mean_NC.classes()];
        squaredQ_N = new double[q_NC.length];
        squaredH_N = new double[q_NC.length];
        FeatureMatrix origin = FeatureMatrix.ofRows(features_ND.columns(), zeros(features_ND.columns()));
        distances.visit(origin, (first, point, squared_R) -> {
            for (int r = 0; r < squared_R.length; r++) {
                squaredH_N[first + r] = squared_R[r];
            }
        });
        for (int n = 0; n < q_NC.length; n++) {
            for (int c = 0; c < mean_NC.classes(); c++) {
                q_NC[n][c] = mean_NC.at(n, c) - (c == mean_NC.predicted(n) ? 1 : 0);
            }
            squaredQ_N[n] = product(q_NC[n], q_NC[n]);
        }
    }

    private static List<float[]> zeros(int columns) {
        return List.of(new float[columns]);
    }

    /** {@code |g|^2} of a row. */
    double squaredNorm(int row) {
        return squaredQ_N[row] * squaredH_N[row];
    }

    /** Lowers each row's value to its squared distance to {@code pick}, where that is less. */
    void lower(int pick, double... nearest_N) {
        distances.visit(features_ND.select(pick), (first, point, squared_R) -> {
            for (int r = 0; r < squared_R.length; r++) {
                int n = first + r;
                double productH = (squaredH_N[n] + squaredH_N[pick] - squared_R[r]) / 2;
                double productQ = product(q_NC[n], q_NC[pick]);
                double squared = squaredNorm(n) + squaredNorm(pick) - 2 * productQ * productH;
                nearest_N[n] = Math.min(nearest_N[n], Math.max(0, squared));
            }
        });
    }

    private static double product(double[] a_C, double... b_C) {
        double sum = 0;
        for (int c = 0; c < a_C.length; c++) {
            sum += a_C[c] * b_C[c];
        }
        return sum;
    }
}
