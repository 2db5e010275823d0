package org.doubtless.learning.uncertainty;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.SampledRows;

/**
 * Tells images that are unlike all that is known (out of distribution) by their distance, which a few
 * labels suffice for: networks may well be sure, and agree, about what they have never seen.
 *
 * <p>A distance means little by itself; {@link #percentiles} says how many known images, held out of
 * the fit, lie nearer. Immutable; the same rows and seed give the same numbers.
 */
public final class Strangers {

    private static final int LEAST = 3;
    // Solving takes the cube of this, and 50 axes do not get better with more rows.
    private static final int MOST_FITTED = 1_000;
    private static final int MOST_NEIGHBOURS = 2_000;
    private static final int MOST_HELD_OUT = 5_000;

    private final Strangeness measure;
    private final double[] usual;

    private Strangers(Strangeness measure, double... usual) {
        this.measure = measure;
        this.usual = usual.clone();
        Arrays.sort(this.usual);
    }

    /**
     * By what is left of a row when it is put together again from the principal components of known
     * rows: {@code |x - mean - V V'(x - mean)|}.
     *
     * @param known [N,D], N at least 3, of the pool or labelled; up to 1,000 of them, and no more than
     *     two thirds, are drawn to be fitted to, and up to 5,000 others are held against it
     * @param components at least 1; 50 is a good number for pixels
     */
    public static Strangers byReconstruction(FeatureMatrix known, int components, long seed) {
        requireEnough(known, components, "components");
        SplittableRandom random = new SplittableRandom(seed);
        int[] fitted = SampledRows.of(known.rows(), Math.min(MOST_FITTED, known.rows() * 2 / 3), random);
        int[] others = without(known.rows(), fitted);
        int[] heldOut = Arrays.stream(SampledRows.of(others.length, MOST_HELD_OUT, random))
                .map(at -> others[at])
                .toArray();
        Reconstruction plane = Reconstruction.fit(known.select(fitted), components);
        return new Strangers(plane, plane.distances(known.select(heldOut)));
    }

    /** The rows that are not among these, which ascend. */
    private static int[] without(int rows, int... some) {
        return IntStream.range(0, rows)
                .filter(row -> Arrays.binarySearch(some, row) < 0)
                .toArray();
    }

    /**
     * How strange each row is among the others, by reconstruction: the rows fall into two halves by chance, and each half is
     * put together from the axes of the other. Axes that were fitted to a row hold a part of what is strange in it, in a small
     * pool all of it.
     *
     * @param rows [N,D], N at least 3; up to 1,000 of a half are drawn to be fitted to
     * @param components at least 1
     * @return the share of the row's own half that is less strange, [N], 0 to 1
     */
    public static double[] amongEachOther(FeatureMatrix rows, int components, long seed) {
        requireEnough(rows, components, "components");
        SplittableRandom random = new SplittableRandom(seed);
        int[] half = SampledRows.of(rows.rows(), rows.rows() / 2, random);
        int[] rest = without(rows.rows(), half);
        double[] strangeness_N = new double[rows.rows()];
        for (int[][] pair : new int[][][] {{half, rest}, {rest, half}}) {
            FeatureMatrix fitted = rows.select(pair[0]);
            Reconstruction axes =
                    Reconstruction.fit(fitted.select(SampledRows.of(fitted.rows(), MOST_FITTED, random)), components);
            double[] distances = axes.distances(rows.select(pair[1]));
            Strangers strangers = new Strangers(axes, distances);
            for (int i = 0; i < distances.length; i++) {
                strangeness_N[pair[1][i]] = strangers.percentile(distances[i]);
            }
        }
        return strangeness_N;
    }

    /**
     * By the distance to the k-th nearest known row (Sun et al. 2022, "Out-of-distribution detection
     * with deep nearest neighbors").
     *
     * @param known [N,D], N at least 3; of more than 2,000 as many are drawn
     * @param neighbour k, at least 1; where N is lower, the last there is
     */
    public static Strangers byNeighbours(FeatureMatrix known, int neighbour, long seed) {
        requireEnough(known, neighbour, "neighbour");
        int[] some = SampledRows.of(known.rows(), MOST_NEIGHBOURS, new SplittableRandom(seed));
        Neighbourhood nearest = new Neighbourhood(known.select(some), Math.min(neighbour, some.length - 1));
        return new Strangers(nearest, nearest.ownDistances());
    }

    private static void requireEnough(FeatureMatrix known, int setting, String name) {
        requireNonNull(known, "known is null");
        if (known.rows() < LEAST) {
            throw new IllegalArgumentException(
                    known.rows() + " known images do not tell what is strange: give at least " + LEAST);
        }
        if (setting < 1) {
            throw new IllegalArgumentException(name + " is " + setting + ": give at least 1");
        }
    }

    /** How far each row is from what is known, [N], at least 0, in units of the features. */
    public double[] distances(FeatureMatrix rows) {
        if (rows.columns() != measure.columns()) {
            throw new IllegalArgumentException("images of " + rows.columns() + " features do not compare with known"
                    + " ones of " + measure.columns() + ": extract both by the same extractor");
        }
        return measure.distances(rows);
    }

    /** The share of known images that are less strange than each row, [N], 0 to 1; known ones are even there. */
    public double[] percentiles(FeatureMatrix rows) {
        return Arrays.stream(distances(rows)).map(this::percentile).toArray();
    }

    /** As {@link #percentiles}; but where no known image is stranger, nearer to 1 the farther a row is: so that rows have an order. */
    public double[] shares(FeatureMatrix rows) {
        return Arrays.stream(distances(rows)).map(this::share).toArray();
    }

    private double share(double distance) {
        double farthest = usual[usual.length - 1];
        return distance > farthest ? 1 - farthest / distance / 2 / usual.length : percentile(distance);
    }

    private double percentile(double distance) {
        // Equals count half.
        return (place(distance, false) + place(distance, true)) / 2.0 / usual.length;
    }

    /** How many usual distances are below, or not above, the given one. */
    private int place(double distance, boolean counting) {
        int low = 0;
        int high = usual.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = counting ? usual[middle] <= distance : usual[middle] < distance;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }
}
