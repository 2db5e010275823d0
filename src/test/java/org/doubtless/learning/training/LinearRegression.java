package org.doubtless.learning.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;

/**
 * Twelve noisy sums of two correlated numbers: its posterior is known.
 *
 * <p>With noise s and prior p: precision {@code P = X'X / s^2 + I / p^2}, mean {@code P^-1 X'y / s^2}.
 */
final class LinearRegression {

    static final double NOISE = 0.6;
    static final double PRIOR = 0.8;

    private static final int LABELS = 12;

    private final float[] inputs_N2 = new float[2 * LABELS];
    private final float[] answers_N = new float[LABELS];

    LinearRegression() {
        SplittableRandom random = new SplittableRandom(2);
        for (int n = 0; n < LABELS; n++) {
            double common = random.nextGaussian();
            inputs_N2[2 * n] = (float) (0.8 * common + 0.4 * random.nextGaussian());
            inputs_N2[2 * n + 1] = (float) (0.8 * common + 0.4 * random.nextGaussian());
            answers_N[n] =
                    (float) (0.7 * inputs_N2[2 * n] - 0.4 * inputs_N2[2 * n + 1] + NOISE * random.nextGaussian());
        }
    }

    int labels() {
        return LABELS;
    }

    /** [12,2]. */
    float[] inputs() {
        return inputs_N2;
    }

    /** Minus the mean log likelihood of outputs [12,1], but for a constant. */
    NDArray loss(NDManager memory, NDArray outputs_N1) {
        NDArray answers = memory.create(answers_N, new Shape(LABELS, 1));
        return outputs_N1.sub(answers).square().mean().mul((float) (0.5 / NOISE / NOISE));
    }

    double[][] precision() {
        double[][] precision = new double[2][2];
        for (int i = 0; i < 2; i++) {
            precision[i][i] = 1 / PRIOR / PRIOR;
            for (int j = 0; j < 2; j++) {
                for (int n = 0; n < LABELS; n++) {
                    precision[i][j] += inputs_N2[2 * n + i] * inputs_N2[2 * n + j] / NOISE / NOISE;
                }
            }
        }
        return precision;
    }

    double[][] covariance() {
        double[][] p = precision();
        double determinant = p[0][0] * p[1][1] - p[0][1] * p[1][0];
        return new double[][] {
            {p[1][1] / determinant, -p[0][1] / determinant},
            {-p[1][0] / determinant, p[0][0] / determinant}
        };
    }

    double[] mean() {
        double[][] covariance = covariance();
        double[] mean = new double[2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                for (int n = 0; n < LABELS; n++) {
                    mean[i] += covariance[i][j] * inputs_N2[2 * n + j] * answers_N[n] / NOISE / NOISE;
                }
            }
        }
        return mean;
    }
}
