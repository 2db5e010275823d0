package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Puts rows into K groups of near neighbours: Lloyd's algorithm from k-means++ centres (Arthur &
 * Vassilvitskii 2007).
 *
 * <p>The centres are found on a sample of at most {@code 256 K} rows (and no fewer than 10,000 where
 * there are as many): more change them little. All rows then go to their nearest centre. The same rows,
 * K and seed give the same groups, however many threads there are.
 */
public final class KMeans {

    private static final int ROUNDS = 25;
    private static final int SAMPLE_PER_GROUP = 256;
    private static final int LEAST_SAMPLE = 10_000;

    private final FeatureMatrix sample_MD;
    private final SquaredDistances distances;
    private final SplittableRandom random;

    private KMeans(FeatureMatrix rows_ND, int groups, SplittableRandom random) {
        this.random = random;
        int size = Math.max(LEAST_SAMPLE, (int) Math.min(Integer.MAX_VALUE, (long) SAMPLE_PER_GROUP * groups));
        sample_MD = size < rows_ND.rows() ? rows_ND.select(SampledRows.of(rows_ND.rows(), size, random)) : rows_ND;
        distances = new SquaredDistances(sample_MD);
    }

    /**
     * Groups the rows.
     *
     * @param rows_ND N at least 1
     * @param groups K, at least 1; where N is lower, N groups are made
     * @param seed of the sample and of the first centres
     */
    public static Clusters group(FeatureMatrix rows_ND, int groups, long seed) {
        requireNonNull(rows_ND, "rows is null");
        if (groups < 1 || rows_ND.rows() < 1) {
            throw new IllegalArgumentException(
                    rows_ND.rows() + " rows make no " + groups + " groups: give at least 1 of each");
        }
        int most = Math.min(groups, rows_ND.rows());
        KMeans kMeans = new KMeans(rows_ND, most, new SplittableRandom(seed));
        FeatureMatrix centres_KD = kMeans.settle(kMeans.firstCentres(most));
        Nearest nearest =
                (kMeans.sample_MD == rows_ND ? kMeans.distances : new SquaredDistances(rows_ND)).nearest(centres_KD);
        return new Clusters(centres_KD, nearest);
    }

    /** Each next centre is a row drawn with a probability that grows with its squared distance to the last ones. */
    private FeatureMatrix firstCentres(int groups) {
        int[] chosen = new int[groups];
        chosen[0] = random.nextInt(sample_MD.rows());
        float[] nearest_M = distances.nearest(sample_MD.select(chosen[0])).squared();
        for (int k = 1; k < groups; k++) {
            chosen[k] = draw(nearest_M);
            float[] squared_M = distances.nearest(sample_MD.select(chosen[k])).squared();
            for (int m = 0; m < nearest_M.length; m++) {
                nearest_M[m] = Math.min(nearest_M[m], squared_M[m]);
            }
        }
        return sample_MD.select(chosen);
    }

    private int draw(float... weights_M) {
        double total = 0;
        for (float weight : weights_M) {
            total += weight;
        }
        double left = random.nextDouble() * total;
        int last = 0;
        for (int m = 0; m < weights_M.length; m++) {
            left -= weights_M[m];
            last = weights_M[m] > 0 ? m : last;
            if (left < 0) {
                return m;
            }
        }
        return last;
    }

    private FeatureMatrix settle(FeatureMatrix first_KD) {
        FeatureMatrix centres_KD = first_KD;
        int[] before = {};
        for (int round = 0; round < ROUNDS; round++) {
            Nearest nearest = distances.nearest(centres_KD);
            if (nearest.samePoints(before)) {
                break;
            }
            before = nearest.points();
            centres_KD = means(centres_KD, nearest);
        }
        return centres_KD;
    }

    /** The mean of each group; an empty one moves to the row that is worst off, if any is off at all. */
    private FeatureMatrix means(FeatureMatrix centres_KD, Nearest nearest) {
        int columns = sample_MD.columns();
        double[][] sums_KD = new double[centres_KD.rows()][columns];
        int[] sizes_K = new int[centres_KD.rows()];
        float[] row_D = new float[columns];
        for (int m = 0; m < sample_MD.rows(); m++) {
            sample_MD.copyRow(m, row_D, 0);
            double[] sum_D = sums_KD[nearest.point(m)];
            for (int d = 0; d < columns; d++) {
                sum_D[d] += row_D[d];
            }
            sizes_K[nearest.point(m)]++;
        }
        float[] misfit_M = nearest.squared();
        List<float[]> means_KD = new ArrayList<>(sums_KD.length);
        for (int k = 0; k < sums_KD.length; k++) {
            float[] mean_D = new float[columns];
            if (sizes_K[k] == 0) {
                int worst = worst(misfit_M);
                misfit_M[worst] = 0;
                sample_MD.copyRow(worst, mean_D, 0);
            }
            for (int d = 0; d < columns && sizes_K[k] > 0; d++) {
                mean_D[d] = (float) (sums_KD[k][d] / sizes_K[k]);
            }
            means_KD.add(mean_D);
        }
        return FeatureMatrix.ofRows(columns, means_KD);
    }

    private static int worst(float... misfit_M) {
        int worst = 0;
        for (int m = 1; m < misfit_M.length; m++) {
            worst = misfit_M[m] > misfit_M[worst] ? m : worst;
        }
        return worst;
    }
}
