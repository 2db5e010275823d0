package org.doubtless.learning.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.doubtless.learning.features.Clouds;
import org.doubtless.learning.features.Clusters;
import org.doubtless.learning.features.Dense;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.NeighbourGraph;
import org.doubtless.learning.features.SpectralCoordinates;
import org.doubtless.learning.posterior.BayesianLinear;
import org.doubtless.learning.work.Cancellation;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** The rules that look at where images lie, on clouds of points: image i is of cloud i % 5. */
class PoolShapeTest {

    private static final int IMAGES = 500;
    private static final int CLOUDS = 5;

    private final FloatMatrix images = Clouds.of(IMAGES, CLOUDS, 20, 3);
    private final NeighbourGraph graph = NeighbourGraph.of(images, Cancellation.never());
    private final PoolShape pool =
            new PoolShape(SpectralCoordinates.of(graph, 1, Cancellation.never()).coarse(CLOUDS), graph.degrees());

    @Test
    void typicalImagesAreOfAllClouds() {
        // Of as many cells as clouds one may hold two clouds; of twice as many none does.
        List<Integer> picks = new TypicalImages(pool).pick(new int[0], all(), 2 * CLOUDS, 4);
        assertThat(clouds(picks)).hasSize(CLOUDS);
        assertThat(picks).hasSize(2 * CLOUDS).doesNotHaveDuplicates();
        Clusters cells = pool.cells(2 * CLOUDS, 4);
        for (int pick : picks) {
            int[] members = cells.members()[cells.group(pick)];
            int[] asCentral = Arrays.stream(members)
                    .filter(row -> cells.squared(row) <= cells.squared(pick))
                    .toArray();
            assertThat(asCentral.length).isLessThanOrEqualTo(Math.max(1, members.length / 10));
            assertThat(Arrays.stream(asCentral)).allMatch(row -> pool.degree_N()[row] <= pool.degree_N()[pick]);
        }
    }

    @Test
    void typicalImagesAreNotOfLabelledCloudsNorForbidden() {
        boolean[] mayAsk = all();
        List<Integer> first = new TypicalImages(pool).pick(new int[0], mayAsk, CLOUDS, 4);
        int[] labelled = {first.get(0), first.get(1)};
        mayAsk[first.get(2)] = false;
        List<Integer> next = new TypicalImages(pool).pick(labelled, mayAsk, CLOUDS, 4);
        assertThat(next).hasSize(3).doesNotContain(first.get(2));
        assertThat(clouds(next)).doesNotContain(labelled[0] % CLOUDS, labelled[1] % CLOUDS);
    }

    @Test
    void doubtfulCellsAreThoseThatNoLabelIsNear() {
        int[] labelled = {0, 1, 2, 5, 6, 7, 10, 11, 12};
        List<Integer> picks = new DoubtfulCells(pool).pick(labelled, new double[IMAGES], all(), 2, 4);
        assertThat(clouds(picks)).isNotEmpty().isSubsetOf(3, 4);
    }

    @Test
    void doubtfulCellsAreThoseWhoseClassIsUnsure() {
        int[] labelled = IntStream.range(0, 10).toArray();
        double[] sure = new double[IMAGES];
        Arrays.setAll(sure, row -> row % CLOUDS == 2 ? 0 : 1);
        List<Integer> picks = new DoubtfulCells(pool).pick(labelled, sure, all(), 1, 4);
        assertThat(clouds(picks)).containsExactly(2);
    }

    @Test
    void refinesBalancedPoolsAmongTheDenserImagesOnly() {
        int[] candidates = IntStream.range(20, IMAGES).toArray();
        float[] sorted = pool.degree_N().clone();
        Arrays.sort(sorted);
        float bound = sorted[(int) (IMAGES * 0.6)];
        int[] balanced = rank(0.9, candidates);
        assertThat(Arrays.stream(balanced).limit(8)).allMatch(row -> pool.degree_N()[row] >= bound);
        int[] skewed = rank(0.3, candidates);
        assertThat(Arrays.stream(skewed).limit(8)).anyMatch(row -> pool.degree_N()[row] < bound);
        assertThat(balanced).containsExactlyInAnyOrder(candidates);
    }

    private int[] rank(double balance, int... candidates) {
        int[] labelled = IntStream.range(0, 20).toArray();
        double[] noise = new double[20];
        Arrays.fill(noise, VarianceReduction.NOISE);
        BayesianLinear layer = BayesianLinear.fit(images.select(labelled), new DMatrixRMaj(20, 1), noise);
        LabelledPool known = new LabelledPool(
                Phase.REFINEMENT,
                CLOUDS,
                labelled,
                Dense.toFloats(layer.covariance()),
                new double[IMAGES],
                new double[IMAGES],
                balance);
        return new AutoAcquisition(pool, new VarianceReduction(images)).rank(known, candidates, 8, 2);
    }

    @Test
    void refusesDegreesOfAnotherPool() {
        assertThatThrownBy(() -> new PoolShape(pool.coarse_NM(), new float[3]))
                .hasMessageContaining("3 degrees for 500");
    }

    private static Set<Integer> clouds(List<Integer> rows) {
        Set<Integer> clouds = new HashSet<>();
        rows.forEach(row -> clouds.add(row % CLOUDS));
        return clouds;
    }

    private static boolean[] all() {
        boolean[] all = new boolean[IMAGES];
        Arrays.fill(all, true);
        return all;
    }
}
