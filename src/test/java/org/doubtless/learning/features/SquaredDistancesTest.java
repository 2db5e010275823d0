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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquaredDistancesTest {

    @ParameterizedTest
    @CsvSource({"1,1", "3,4", "255,5", "256,7", "257,16", "700,33"})
    void agreesWithASlowReference(int rows, int columns) {
        FeatureMatrix of = random(rows, columns, 1);
        FeatureMatrix to = random(9, columns, 2);
        SquaredDistances distances = new SquaredDistances(of);
        Nearest nearest = distances.nearest(to);
        float[][] smallest = distances.smallest(to, 4);
        assertThat(distances.rows()).isEqualTo(rows);
        for (int row = 0; row < rows; row++) {
            int n = row;
            double[] slow =
                    IntStream.range(0, 9).mapToDouble(k -> slow(of, n, to, k)).toArray();
            double[] sorted = slow.clone();
            Arrays.sort(sorted);
            assertThat(slow[nearest.point(row)]).isEqualTo(sorted[0]);
            assertThat((double) nearest.squared(row)).isCloseTo(sorted[0], within(1e-4));
            for (int k = 0; k < 4; k++) {
                assertThat((double) smallest[row][k]).isCloseTo(sorted[k], within(1e-4));
            }
        }
    }

    @Test
    void findsACopyAtDistanceZeroAndOfEqualPointsTheFirst() {
        FeatureMatrix rows = random(300, 13, 3);
        FeatureMatrix points = rows.select(7, 290, 7);
        Nearest nearest = new SquaredDistances(rows).nearest(points);
        assertThat(nearest.point(7)).isZero();
        assertThat(nearest.squared(7)).isZero();
        assertThat(nearest.point(290)).isEqualTo(1);
        assertThat(nearest.squared(290)).isZero();
    }

    @Test
    void knowsNothingAsNearAsNoPoints() {
        FeatureMatrix rows = random(2, 3, 4);
        Nearest nearest = new SquaredDistances(rows).nearest(rows.range(0, 0));
        assertThat(nearest.point(0)).isEqualTo(-1);
        assertThat(nearest.squared()).containsOnly(Float.POSITIVE_INFINITY);
        assertThat(new SquaredDistances(rows.range(0, 0)).nearest(rows).rows()).isZero();
    }

    @Test
    void refusesWhatDoesNotFit() {
        SquaredDistances distances = new SquaredDistances(random(2, 3, 4));
        assertThatThrownBy(() -> distances.nearest(random(2, 4, 4))).hasMessageContaining("4 features");
        assertThatThrownBy(() -> distances.smallest(random(2, 3, 4), 3)).hasMessageContaining("no 3 nearest");
    }

    private static double slow(FeatureMatrix of, int n, FeatureMatrix to, int k) {
        double sum = 0;
        for (int d = 0; d < of.columns(); d++) {
            sum += Math.pow((double) of.at(n, d) - to.at(k, d), 2);
        }
        return sum;
    }

    private static FeatureMatrix random(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            float[] values = new float[columns];
            for (int d = 0; d < columns; d++) {
                values[d] = (float) random.nextDouble(-2, 2);
            }
            all.add(values);
        }
        return FeatureMatrix.ofRows(columns, all);
    }
}
