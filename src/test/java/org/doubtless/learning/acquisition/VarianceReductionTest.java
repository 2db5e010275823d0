package org.doubtless.learning.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.doubtless.learning.features.Clouds;
import org.doubtless.learning.features.Dense;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.posterior.BayesianLinear;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class VarianceReductionTest {

    private static final int IMAGES = 40;

    private final FloatMatrix pool = Clouds.of(IMAGES, 4, 9, 2);
    private final VarianceReduction variance = new VarianceReduction(pool);

    @Test
    void gainsWhatRefittingGains() {
        double[] gains = variance.gains(covariance(3, 8), all());
        double before = poolVariance(3, 8);
        for (int row = 0; row < IMAGES; row++) {
            assertThat(gains[row]).isCloseTo(before - poolVariance(3, 8, row), within(1e-5));
        }
    }

    @Test
    void lowersTheCovarianceAsRefittingDoes() {
        FloatMatrix after = variance.afterLabel(covariance(3, 8), 20);
        FloatMatrix refitted = covariance(3, 8, 20);
        for (int i = 0; i < after.values().length; i++) {
            assertThat((double) after.values()[i]).isCloseTo(refitted.values()[i], within(1e-5));
        }
    }

    @Test
    void picksGreedilyAsRefittingAfterEachDoes() {
        double[] weights =
                IntStream.range(0, IMAGES).mapToDouble(i -> 1 + i % 5).toArray();
        int[] labelled = {3, 8};
        int[] slow = new int[6];
        for (int pick = 0; pick < slow.length; pick++) {
            double highest = -1;
            for (int row = 0; row < IMAGES; row++) {
                double gain = (poolVariance(labelled) - poolVariance(with(labelled, row))) * weights[row];
                int candidate = row;
                boolean taken = Arrays.stream(labelled).skip(2).anyMatch(other -> other == candidate);
                if (!taken && gain > highest) {
                    highest = gain;
                    slow[pick] = row;
                }
            }
            labelled = with(labelled, slow[pick]);
        }
        assertThat(variance.pick(covariance(3, 8), all(), weights, 6)).isEqualTo(slow);
    }

    @Test
    void doesNotPickACopyWhereOthersTeachMore() {
        FloatMatrix copies = pool.select(IntStream.range(0, 80).map(i -> i % 8).toArray());
        double[] even = new double[80];
        Arrays.fill(even, 1);
        int[] picks = new VarianceReduction(copies)
                .pick(
                        Dense.toFloats(BayesianLinear.fit(FloatMatrix.zeros(0, 9), new DMatrixRMaj(0, 1))
                                .covariance()),
                        IntStream.range(0, 80).toArray(),
                        even,
                        4);
        assertThat(Arrays.stream(picks).map(row -> row % 8).distinct()).hasSize(4);
    }

    @Test
    void picksAllWhereFewAreLeft() {
        double[] even = new double[IMAGES];
        Arrays.fill(even, 1);
        assertThat(variance.pick(covariance(), new int[] {5, 6}, even, 10)).containsExactlyInAnyOrder(5, 6);
        assertThat(variance.pick(covariance(), new int[0], even, 10)).isEmpty();
    }

    private static int[] all() {
        return IntStream.range(0, IMAGES).toArray();
    }

    private static int[] with(int[] rows, int row) {
        int[] more = Arrays.copyOf(rows, rows.length + 1);
        more[rows.length] = row;
        return more;
    }

    private FloatMatrix covariance(int... labelled) {
        return Dense.toFloats(layer(labelled).covariance());
    }

    private double poolVariance(int... labelled) {
        return Arrays.stream(layer(labelled).variances(pool)).average().orElseThrow();
    }

    private BayesianLinear layer(int... labelled) {
        double[] noise = new double[labelled.length];
        Arrays.fill(noise, 0.15);
        return BayesianLinear.fit(pool.select(labelled), new DMatrixRMaj(labelled.length, 1), noise);
    }
}
