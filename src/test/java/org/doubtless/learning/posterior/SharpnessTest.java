package org.doubtless.learning.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.doubtless.learning.features.FloatMatrix;
import org.junit.jupiter.api.Test;

class SharpnessTest {

    @Test
    void isThePriorsWithoutLabels() {
        assertThat(Sharpness.choose(told(0, 0), 1, new int[0], 1)).isCloseTo(10, within(0.6));
    }

    @Test
    void risesWhereLabelsAgreeAndFallsWhereTheyDoNot() {
        assertThat(Sharpness.choose(told(200, 0), 0.01, new int[200], 1)).isGreaterThan(10.5);
        int[] others = new int[200];
        Arrays.setAll(others, i -> i % 3);
        assertThat(Sharpness.choose(told(200, 0), 0.01, others, 1)).isLessThan(6);
    }

    @Test
    void knowsTheLikelihoodOfCertainScores() {
        double own = Math.exp(5 * 0.4) / (Math.exp(5 * 0.4) + 2 * Math.exp(5 * -0.2));
        assertThat(Sharpness.logLikelihood(told(7, 0), 0, new int[7], 5, 1)).isCloseTo(7 * Math.log(own), within(1e-6));
    }

    @Test
    void makesDistributionsOfScores() {
        FloatMatrix scores = new FloatMatrix(2, 3, new float[] {0.4f, -0.2f, -0.2f, 1000, 0, -1000});
        FloatMatrix probabilities = Sharpness.softmax(scores, 5);
        double own = Math.exp(5 * 0.4) / (Math.exp(5 * 0.4) + 2 * Math.exp(5 * -0.2));
        assertThat((double) probabilities.at(0, 0)).isCloseTo(own, within(1e-6));
        assertThat(probabilities.at(1, 0)).isEqualTo(1);
        assertThat(probabilities.at(1, 2)).isZero();
    }

    /** Rows of which the layer thinks that they are of class 0. */
    private static BayesianLinear.LeftOut told(int rows, double variance) {
        double[][] scores = new double[rows][];
        Arrays.setAll(scores, i -> new double[] {0.4, -0.2, -0.2});
        double[] variances = new double[rows];
        Arrays.fill(variances, variance);
        return new BayesianLinear.LeftOut(scores, variances);
    }
}
