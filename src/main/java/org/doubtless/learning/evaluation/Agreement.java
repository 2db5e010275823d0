package org.doubtless.learning.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * How far people agree who read the same images, beyond what chance would make them agree. Counts are [N,C]: how many
 * readers put image n into category c. All figures are 1 where everybody agrees and about 0 where chance answers; they are
 * not defined where only one category was ever given, because chance would agree too.
 */
public final class Agreement {
    private static final int MOST_DRAWS = 1000;
    private static final int FEWEST_DRAWS = 200;
    private static final long CELLS = 20_000_000;

    private Agreement() {}

    /** A figure of agreement over counts [N,C]. */
    @FunctionalInterface
    public interface Figure {
        OptionalDouble of(int[][] counts_NC);
    }

    /**
     * Krippendorff's alpha for names of categories, any number of readers an image; images with one reader say nothing and
     * are left out. {@code 1 - Do/De}, {@code Do = 1/n sum_n sum_c m_nc (m_n - m_nc) / (m_n - 1)},
     * {@code De = sum_c m_c (n - m_c) / (n (n - 1))}; Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
     */
    public static OptionalDouble alpha(int[][] counts_NC) {
        double apart = 0;
        long all = 0;
        long[] each = new long[categories(counts_NC)];
        for (int[] image : counts_NC) {
            int readers = readers(image);
            if (readers < 2) {
                continue;
            }
            all += readers;
            for (int c = 0; c < image.length; c++) {
                each[c] += image[c];
                apart += image[c] * (double) (readers - image[c]) / (readers - 1);
            }
        }
        double byChance = 0;
        for (long number : each) {
            byChance += number * (double) (all - number);
        }
        return byChance == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - apart * (all - 1) / byChance);
    }

    /**
     * Fleiss' kappa, for images that all have the same number of readers, at least 2: {@code (P - Pe) / (1 - Pe)} with P the
     * mean share of pairs of readers that agree and {@code Pe = sum_c p_c^2}; Fleiss 1971.
     *
     * @throws IllegalArgumentException where numbers of readers differ, or are below 2
     */
    public static OptionalDouble fleissKappa(int[][] counts_NC) {
        double observed = 0;
        double[] share = new double[categories(counts_NC)];
        int readers = counts_NC.length == 0 ? 2 : readers(counts_NC[0]);
        for (int[] image : counts_NC) {
            if (readers(image) != readers || readers < 2) {
                throw new IllegalArgumentException(
                        "Fleiss' kappa takes the same number of readers, 2 or more, for each image");
            }
            long agreeing = 0;
            for (int c = 0; c < image.length; c++) {
                agreeing += (long) image[c] * (image[c] - 1);
                share[c] += image[c] / (double) (readers * counts_NC.length);
            }
            observed += agreeing / (double) (readers * (readers - 1)) / counts_NC.length;
        }
        double expected = 0;
        double total = 0;
        for (double p : share) {
            expected += p * p;
            total += p;
        }
        return total == 0 ? OptionalDouble.empty() : beyondChance(observed, expected);
    }

    /**
     * Cohen's kappa of two readers from their table [C,C], the first one's categories down and the second one's across:
     * {@code (po - pe) / (1 - pe)}; Cohen 1960.
     */
    public static OptionalDouble cohenKappa(int[][] table_CC) {
        long images = 0;
        long same = 0;
        long[] first = new long[table_CC.length];
        long[] second = new long[table_CC.length];
        for (int a = 0; a < table_CC.length; a++) {
            for (int b = 0; b < table_CC.length; b++) {
                images += table_CC[a][b];
                first[a] += table_CC[a][b];
                second[b] += table_CC[a][b];
            }
            same += table_CC[a][a];
        }
        if (images == 0) {
            return OptionalDouble.empty();
        }
        double expected = 0;
        for (int c = 0; c < table_CC.length; c++) {
            expected += first[c] / (double) images * (second[c] / (double) images);
        }
        return beyondChance(same / (double) images, expected);
    }

    /**
     * The figure with a 95 % interval: the middle of what it is over images drawn anew with putting back. Draws in which it
     * is not defined are left out; empty where it is not defined at all.
     *
     * @param seed of the draws
     */
    public static Optional<Proportion> withInterval(int[][] rows, Figure figure, long seed) {
        OptionalDouble value = figure.of(rows);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        long cells = Math.max(1, (long) rows.length * categories(rows));
        int draws = (int) Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, CELLS / cells));
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[draws];
        int defined = 0;
        int[][] again = new int[rows.length][];
        for (int draw = 0; draw < draws; draw++) {
            for (int n = 0; n < rows.length; n++) {
                again[n] = rows[random.nextInt(rows.length)];
            }
            OptionalDouble one = figure.of(again);
            if (one.isPresent()) {
                drawn[defined++] = one.getAsDouble();
            }
        }
        double[] all = defined == 0 ? new double[] {value.getAsDouble()} : Arrays.copyOf(drawn, defined);
        return Optional.of(Interval.of(value.getAsDouble(), all));
    }

    private static OptionalDouble beyondChance(double observed, double expected) {
        // One category alone makes this 1 but for rounding.
        return expected > 1 - 1e-12
                ? OptionalDouble.empty()
                : OptionalDouble.of((observed - expected) / (1 - expected));
    }

    private static int categories(int[][] counts_NC) {
        return counts_NC.length == 0 ? 0 : counts_NC[0].length;
    }

    private static int readers(int[] image) {
        int readers = 0;
        for (int number : image) {
            readers += number;
        }
        return readers;
    }
}
