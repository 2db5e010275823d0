package org.doubtless.learning.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.doubtless.learning.features.FeatureMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StrangersTest {

    static Stream<Strangers> both() {
        FeatureMatrix known = plane(3_000, 12, 1);
        return Stream.of(Strangers.byReconstruction(known, 3, 2), Strangers.byNeighbours(known, 5, 2));
    }

    @ParameterizedTest
    @MethodSource("both")
    void findsKnownImagesEvenlySpreadAndStrangersAtTheTop(Strangers strangers) {
        double[] own = strangers.percentiles(plane(2_000, 12, 3));
        Arrays.sort(own);
        for (int i = 0; i < own.length; i++) {
            assertThat(own[i]).isCloseTo(i / 2_000.0, within(0.06));
        }
        double[] strange = strangers.percentiles(cube(200, 12, 4));
        assertThat(Arrays.stream(strange).filter(p -> p > 0.99).count()).isGreaterThan(190);
        assertThat(Arrays.stream(strange)).allMatch(p -> p >= 0 && p <= 1);
    }

    @ParameterizedTest
    @CsvSource({"40,7,3", "12,30,4"})
    void reconstructsAsAxesFoundOneAfterTheOtherDo(int rows, int columns, int components) {
        FeatureMatrix known = cube(rows, columns, 5);
        FeatureMatrix asked = cube(9, columns, 6);
        double[] distances = Reconstruction.fit(known, components).distances(asked);
        double[] mean = new double[columns];
        for (int d = 0; d < columns; d++) {
            for (int row = 0; row < rows; row++) {
                mean[d] += (double) known.at(row, d) / rows;
            }
        }
        double[][] left = centred(known, mean);
        double[][] rest = centred(asked, mean);
        for (int k = 0; k < components; k++) {
            double[] axis = longestAxis(left);
            Arrays.stream(left).forEach(row -> takeAway(row, axis));
            Arrays.stream(rest).forEach(row -> takeAway(row, axis));
        }
        for (int n = 0; n < 9; n++) {
            assertThat(distances[n]).isCloseTo(Math.sqrt(product(rest[n], rest[n])), within(1e-6));
        }
    }

    private static double[][] centred(FeatureMatrix rows, double... mean) {
        double[][] centred = new double[rows.rows()][mean.length];
        for (int row = 0; row < centred.length; row++) {
            for (int d = 0; d < mean.length; d++) {
                centred[row][d] = rows.at(row, d) - mean[d];
            }
        }
        return centred;
    }

    /** By power iteration. */
    private static double[] longestAxis(double[]... rows) {
        double[] axis = new double[rows[0].length];
        Arrays.fill(axis, 1);
        axis[0] = 2;
        for (int step = 0; step < 10_000; step++) {
            double[] next = new double[axis.length];
            for (double[] row : rows) {
                double along = product(row, axis);
                for (int d = 0; d < next.length; d++) {
                    next[d] += along * row[d];
                }
            }
            double length = Math.sqrt(product(next, next));
            axis = Arrays.stream(next).map(x -> x / length).toArray();
        }
        return axis;
    }

    private static void takeAway(double[] row, double... axis) {
        double along = product(row, axis);
        for (int d = 0; d < row.length; d++) {
            row[d] -= along * axis[d];
        }
    }

    private static double product(double[] a, double... b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    @Test
    void findsNoDistanceInsideThePlane() {
        Reconstruction plane = Reconstruction.fit(plane(50, 12, 7), 12);
        assertThat(Arrays.stream(plane.distances(plane(20, 12, 8))).max().orElseThrow())
                .isLessThan(0.1);
        Reconstruction point =
                Reconstruction.fit(FeatureMatrix.ofRows(2, List.of(new float[] {1, 2}, new float[] {1, 2})), 1);
        assertThat(point.distances(FeatureMatrix.ofRows(2, List.of(new float[] {4, 6})))[0])
                .isEqualTo(5);
    }

    /** Fitted to two thirds of so few, 40 axes would hold all that is strange in those. */
    @Test
    void findsTheStrangersOfASmallPoolWhicheverHalfTheyFallInto() {
        for (long seed = 0; seed < 10; seed++) {
            FeatureMatrix pool = joined(plane(90, 60, seed), cube(3, 60, seed));
            double[] strangeness = Strangers.amongEachOther(pool, 40, seed);
            double[] sorted = strangeness.clone();
            Arrays.sort(sorted);
            assertThat(strangeness).hasSize(93);
            for (int stranger = 90; stranger < 93; stranger++) {
                assertThat(strangeness[stranger]).isGreaterThan(0.92);
            }
            assertThat(Arrays.stream(sorted).average().orElseThrow()).isCloseTo(0.5, within(1e-9));
            assertThat(Strangers.amongEachOther(pool, 40, seed)).isEqualTo(strangeness);
        }
        assertThat(Strangers.amongEachOther(cube(3, 2, 1), 50, 1)).hasSize(3);
        assertThatThrownBy(() -> Strangers.amongEachOther(cube(2, 2, 1), 1, 1)).hasMessageContaining("at least 3");
    }

    private static FeatureMatrix joined(FeatureMatrix first, FeatureMatrix second) {
        List<float[]> rows = new ArrayList<>();
        for (FeatureMatrix part : List.of(first, second)) {
            for (int row = 0; row < part.rows(); row++) {
                float[] values = new float[part.columns()];
                part.copyRow(row, values, 0);
                rows.add(values);
            }
        }
        return FeatureMatrix.ofRows(first.columns(), rows);
    }

    @Test
    void measuresToTheNeighbourThatWasAskedFor() {
        FeatureMatrix known =
                FeatureMatrix.ofRows(1, List.of(new float[] {0}, new float[] {1}, new float[] {3}, new float[] {7}));
        FeatureMatrix asked = FeatureMatrix.ofRows(1, List.of(new float[] {0.5f}, new float[] {9}));
        assertThat(Strangers.byNeighbours(known, 1, 0).distances(asked)).containsExactly(0.5, 2);
        assertThat(Strangers.byNeighbours(known, 3, 0).distances(asked)).containsExactly(2.5, 8);
        // Own distances to the nearest other: 1, 1, 2, 4.
        assertThat(Strangers.byNeighbours(known, 1, 0).percentiles(asked)).containsExactly(0, 0.625);
    }

    @Test
    void refusesWhatDoesNotFit() {
        FeatureMatrix three = cube(3, 2, 1);
        assertThatThrownBy(() -> Strangers.byReconstruction(three.range(0, 2), 1, 0))
                .hasMessageContaining("at least 3");
        assertThatThrownBy(() -> Strangers.byNeighbours(three, 0, 0)).hasMessageContaining("neighbour is 0");
        assertThatThrownBy(() -> Strangers.byNeighbours(three, 9, 0).distances(cube(1, 3, 1)))
                .hasMessageContaining("3 features");
    }

    /** Rows near a plane of three dimensions. */
    private static FeatureMatrix plane(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double[] inside = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            float[] values = new float[columns];
            for (int d = 0; d < columns; d++) {
                values[d] = (float) (inside[d % 3] * (1 + d / 3) + 0.01 * random.nextDouble(-1, 1));
            }
            all.add(values);
        }
        return FeatureMatrix.ofRows(columns, all);
    }

    private static FeatureMatrix cube(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            float[] values = new float[columns];
            for (int d = 0; d < columns; d++) {
                values[d] = (float) random.nextDouble();
            }
            all.add(values);
        }
        return FeatureMatrix.ofRows(columns, all);
    }
}
