package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.learning.work.CancelledLearning;
import org.junit.jupiter.api.Test;

class NeighbourGraphTest {

    private static final Cancellation GO_ON = Cancellation.never();

    private final FloatMatrix pool = Clouds.of(600, 4, 20, 3);
    private final NeighbourGraph graph = NeighbourGraph.of(pool, GO_ON);

    @Test
    void findsTheNearestAsSortingAllDoes() {
        Neighbours found = new NearestNeighbours(pool).withinPool(12, GO_ON);
        for (int image = 0; image < 600; image += 7) {
            int[] slow = nearest(pool, image, 12);
            for (int place = 0; place < 12; place++) {
                assertThat(found.row(image, place)).isEqualTo(slow[place]);
                assertThat(found.distance(image, place)).isCloseTo(distance(pool, image, slow[place]), within(1e-6));
            }
        }
    }

    @Test
    void weighsAsTheFormulaDoes() {
        for (int i = 0; i < 600; i += 13) {
            for (int j = 0; j < 600; j++) {
                double slow = Math.max(weight(i, j), weight(j, i));
                assertThat((double) graph.weight(i, j)).isCloseTo(slow, within(1e-6));
                assertThat(graph.weight(i, j)).isEqualTo(graph.weight(j, i));
            }
        }
    }

    @Test
    void findsTheNearestAmongSome() {
        int[] rows = {3, 77, 410};
        int[] among = IntStream.range(0, 40).map(k -> 15 * k + 1).toArray();
        int[][] nearest = graph.nearest(rows, among, 4, GO_ON);
        for (int k = 0; k < rows.length; k++) {
            int row = rows[k];
            int[] slow = Arrays.stream(among)
                    .boxed()
                    .sorted(Comparator.comparingDouble(other -> distance(pool, row, other)))
                    .mapToInt(Integer::intValue)
                    .limit(4)
                    .toArray();
            assertThat(nearest[k]).containsExactly(slow);
        }
        assertThat(graph.nearest(rows, new int[] {9}, 4, GO_ON)[0]).containsExactly(9);
    }

    @Test
    void sumsTheNeighbours() {
        FloatMatrix values = Clouds.of(600, 2, 3, 8);
        FloatMatrix sums = graph.times(values);
        for (int i = 0; i < 600; i += 29) {
            double sum = 0;
            double degree = 0;
            for (int j = 0; j < 600; j++) {
                sum += (double) graph.weight(i, j) * values.at(j, 2);
                degree += graph.weight(i, j);
            }
            assertThat((double) sums.at(i, 2)).isCloseTo(sum, within(1e-4));
            assertThat((double) graph.degree(i)).isCloseTo(degree, within(1e-4));
        }
    }

    @Test
    void extendsByTheWeightedMeanOfTheNearest() {
        FloatMatrix images = Clouds.of(5, 4, 20, 77);
        FloatMatrix values = Clouds.of(600, 2, 3, 8);
        FloatMatrix extended = graph.near(images, GO_ON).average(values);
        Neighbours near = new NearestNeighbours(pool).of(images, 12, GO_ON);
        double sum = 0;
        double weights = 0;
        for (int place = 0; place < 12; place++) {
            double weight = Math.exp(-4 * Math.pow(near.distance(3, place) / near.distance(3, 11), 2));
            sum += weight * values.at(near.row(3, place), 1);
            weights += weight;
        }
        assertThat((double) extended.at(3, 1)).isCloseTo(sum / weights, within(1e-5));
    }

    @Test
    void givesARenumberedPoolTheSameWeights() {
        int[] turned = IntStream.range(0, 600).map(i -> 599 - i).toArray();
        NeighbourGraph other = NeighbourGraph.of(pool.select(turned), GO_ON);
        for (int i = 0; i < 600; i += 31) {
            for (int j = 0; j < 600; j++) {
                assertThat(other.weight(599 - i, 599 - j)).isEqualTo(graph.weight(i, j));
            }
        }
    }

    @Test
    void joinsCopiesFully() {
        NeighbourGraph copies = NeighbourGraph.of(Clouds.of(1, 1, 5, 1).select(new int[40]), GO_ON);
        assertThat(copies.degree(0)).isGreaterThanOrEqualTo(12);
        assertThat(copies.weight(0, 0)).isZero();
    }

    @Test
    void buildsTheSmallestPools() {
        for (int images : new int[] {1, 2, 5, 20}) {
            NeighbourGraph small = NeighbourGraph.of(Clouds.of(images, 2, 4, 1), GO_ON);
            assertThat(small.nodes()).isEqualTo(images);
            for (int node = 0; node < images; node++) {
                assertThat(small.degree(node)).isPositive();
            }
        }
        assertThatThrownBy(() -> NeighbourGraph.of(FloatMatrix.zeros(0, 4), GO_ON))
                .hasMessageContaining("pool is empty");
    }

    @Test
    void endsWhenAskedTo() {
        assertThatThrownBy(() -> NeighbourGraph.of(pool, () -> true)).isInstanceOf(CancelledLearning.class);
    }

    private double weight(int i, int j) {
        int[] nearest = nearest(pool, i, 12);
        if (IntStream.of(nearest).noneMatch(row -> row == j)) {
            return 0;
        }
        return Math.exp(-4 * Math.pow(distance(pool, i, j) / distance(pool, i, nearest[11]), 2));
    }

    private static int[] nearest(FloatMatrix pool, int image, int count) {
        return IntStream.range(0, pool.rows())
                .filter(row -> row != image)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> distance(pool, image, row)))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double distance(FloatMatrix pool, int a, int b) {
        double sum = 0;
        for (int d = 0; d < pool.columns(); d++) {
            sum += Math.pow((double) pool.at(a, d) - pool.at(b, d), 2);
        }
        return Math.sqrt(sum);
    }
}
