package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KMeansTest {

    @Test
    void findsGroupsThatLieApart() {
        FeatureMatrix rows = blobs(5, 12_000);
        Clusters clusters = KMeans.group(rows, 5, 1);
        assertThat(clusters.sizes()).containsOnly(2_400);
        for (int row = 0; row < rows.rows(); row++) {
            // Row n belongs to blob n modulo 5.
            assertThat(clusters.group(row)).isEqualTo(clusters.group(row % 5));
        }
    }

    @Test
    void putsEachRowToItsNearestCentreWhichIsTheMeanOfItsRows() {
        FeatureMatrix rows = blobs(4, 500);
        Clusters clusters = KMeans.group(rows, 7, 2);
        double[][] sums = new double[7][2];
        assertThat(Arrays.stream(clusters.members()).flatMapToInt(Arrays::stream))
                .containsExactlyInAnyOrder(IntStream.range(0, 500).boxed().toArray(Integer[]::new));
        for (int row = 0; row < 500; row++) {
            int n = row;
            double[] distances = IntStream.range(0, 7)
                    .mapToDouble(k -> Math.pow(
                                    rows.at(n, 0) - clusters.centres().at(k, 0), 2)
                            + Math.pow(rows.at(n, 1) - clusters.centres().at(k, 1), 2))
                    .toArray();
            int own = clusters.group(row);
            assertThat(distances[own]).isLessThan(Arrays.stream(distances).min().orElseThrow() + 1e-5);
            assertThat((double) clusters.squared(row)).isCloseTo(distances[own], within(1e-4));
            sums[own][0] += rows.at(row, 0);
            sums[own][1] += rows.at(row, 1);
        }
        for (int k = 0; k < 7; k++) {
            int size = clusters.sizes()[k];
            assertThat((double) clusters.centres().at(k, 0)).isCloseTo(sums[k][0] / size, within(0.05));
            assertThat((double) clusters.centres().at(k, 1)).isCloseTo(sums[k][1] / size, within(0.05));
        }
    }

    @Test
    void isTheSameForTheSameSeedOnly() {
        FeatureMatrix rows = blobs(20, 400);
        int[][] members = KMeans.group(rows, 6, 3).members();
        assertThat(Arrays.deepEquals(members, KMeans.group(rows, 6, 3).members()))
                .isTrue();
        assertThat(Arrays.deepEquals(members, KMeans.group(rows, 6, 4).members()))
                .isFalse();
    }

    @Test
    void takesFewerRowsThanGroupsAndRowsThatAreAllTheSame() {
        FeatureMatrix three = FeatureMatrix.ofRows(1, List.of(new float[] {1}, new float[] {2}, new float[] {4}));
        Clusters own = KMeans.group(three, 10, 5);
        assertThat(own.sizes()).containsExactly(1, 1, 1);
        assertThat(own.squared(2)).isZero();
        assertThat(own.groups()).isEqualTo(3);
        Clusters same = KMeans.group(three.select(1, 1, 1, 1), 2, 5);
        assertThat(same.sizes()).containsExactly(4, 0);
        assertThat(KMeans.group(three, 1, 5).sizes()).containsExactly(3);
    }

    @Test
    void refusesNoRowsAndNoGroups() {
        FeatureMatrix one = FeatureMatrix.ofRows(1, List.of(new float[] {1}));
        assertThatThrownBy(() -> KMeans.group(one, 0, 0)).hasMessageContaining("0 groups");
        assertThatThrownBy(() -> KMeans.group(one.range(0, 0), 1, 0)).hasMessageContaining("0 rows");
    }

    private static FeatureMatrix blobs(int blobs, int rows) {
        SplittableRandom random = new SplittableRandom(blobs);
        List<float[]> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double angle = 2 * Math.PI * (row % blobs) / blobs;
            all.add(new float[] {
                (float) (10 * Math.cos(angle) + random.nextDouble(-1, 1)),
                (float) (10 * Math.sin(angle) + random.nextDouble(-1, 1))
            });
        }
        return FeatureMatrix.ofRows(2, all);
    }
}
