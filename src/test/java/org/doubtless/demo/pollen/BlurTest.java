package org.doubtless.demo.pollen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlurTest {
    private static final int SIZE = 101;
    private static final int MIDDLE = SIZE / 2;

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.3, 2.5, 4.9, 7.2})
    void aPointBecomesABellOfTheAskedWidthAndTheSameSum(double sigma) {
        float[] point = new float[SIZE * SIZE];
        point[MIDDLE * SIZE + MIDDLE] = 1;

        Blur.gaussian(point, SIZE, sigma);

        double sum = 0;
        double acrossVariance = 0;
        double downVariance = 0;
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double value = point[row * SIZE + column];
                sum += value;
                acrossVariance += value * (column - MIDDLE) * (column - MIDDLE);
                downVariance += value * (row - MIDDLE) * (row - MIDDLE);
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
        assertThat(Math.sqrt(acrossVariance)).isCloseTo(sigma, within(0.01));
        assertThat(Math.sqrt(downVariance)).isCloseTo(sigma, within(0.01));
    }

    @Test
    void anEvenPlaneStaysEvenUpToItsEdges() {
        float[] even = new float[SIZE * SIZE];
        Arrays.fill(even, 3);

        Blur.gaussian(even, SIZE, 6.3);

        for (float value : even) {
            assertThat(value).isCloseTo(3, within(1e-4f));
        }
    }
}
