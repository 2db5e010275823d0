package org.doubtless.learning.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.doubtless.learning.features.Clusters;
import org.doubtless.learning.features.Dense;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.posterior.BayesianLinear;
import org.ejml.data.DMatrixRMaj;

/**
 * Splits the pool finer as labels come in, and asks about the typical image of cells where much is
 * unknown.
 *
 * <p>Four cells a label. A cell's score is the sum over its images of the variance of a Gaussian process
 * on the spectral coordinates times {@code 0.1 + 1 - margin}; mass finds classes that fill a cluster of
 * their own. Cells with a label are known, and an image that the process thinks much the same as one just
 * picked (squared correlation above 0.5) is left out.
 */
final class DoubtfulCells {

    private static final int CELLS_A_LABEL = 4;
    private static final int IMAGES_A_CELL = 3;
    private static final int ONE_IN = 5;
    private static final double NOISE = 0.1;
    private static final double LEAST_DOUBT = 0.1;
    private static final double SAME = 0.5;

    private final PoolShape pool;

    DoubtfulCells(PoolShape pool) {
        this.pool = pool;
    }

    /**
     * Picks up to {@code count} images.
     *
     * @param margin_N how sure the class of each image is, 0 to 1
     * @param mayAsk_N whether an image may be asked about
     */
    List<Integer> pick(int[] labelledRows, double[] margin_N, boolean[] mayAsk_N, int count, long seed) {
        FloatMatrix positions_NM = pool.coarse_NM();
        int wanted = CELLS_A_LABEL * (labelledRows.length + count);
        Clusters cells = pool.cells(Math.max(1, Math.min(wanted, pool.images() / IMAGES_A_CELL)), seed);
        FloatMatrix known_LM = positions_NM.select(labelledRows);
        double[] noise_L = new double[labelledRows.length];
        Arrays.fill(noise_L, NOISE);
        BayesianLinear process = BayesianLinear.fit(known_LM, new DMatrixRMaj(noise_L.length, 1), noise_L);
        FloatMatrix fallen_NM = positions_NM.times(Dense.toFloats(process.covariance()));
        double[] variance_N = new double[pool.images()];
        double[] score_K = new double[cells.groups()];
        for (int row = 0; row < variance_N.length; row++) {
            variance_N[row] = Math.max(0, fallen_NM.dot(row, positions_NM, row));
            score_K[cells.group(row)] += variance_N[row] * (LEAST_DOUBT + 1 - margin_N[row]);
        }
        return bestOf(cells, score_K, PoolShape.groupsOf(cells, labelledRows), mayAsk_N, count, (a, b) -> {
            double covariance = fallen_NM.dot(a, positions_NM, b);
            return covariance * covariance > SAME * variance_N[a] * variance_N[b];
        });
    }

    /** Whether two images are much the same. */
    private interface Likeness {
        boolean between(int a, int b);
    }

    private List<Integer> bestOf(
            Clusters cells, double[] score_K, Set<Integer> known, boolean[] mayAsk_N, int count, Likeness same) {
        int[][] members = cells.members();
        int[] order = IntStream.range(0, score_K.length)
                .filter(cell -> !known.contains(cell))
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> -score_K[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Integer> picks = new ArrayList<>();
        for (int cell : order) {
            int[] candidates =
                    IntStream.of(members[cell]).filter(row -> mayAsk_N[row]).toArray();
            if (picks.size() == count) {
                break;
            }
            if (candidates.length > 0) {
                int typical = pool.typical(cells, candidates, ONE_IN);
                if (picks.stream().noneMatch(pick -> same.between(typical, pick))) {
                    picks.add(typical);
                }
            }
        }
        return picks;
    }
}
