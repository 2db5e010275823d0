package org.doubtless.learning.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * Which labels are probably wrong, by probabilities from models that have not learnt them.
 *
 * <p>The threshold of a class is how probable it is on average where it is the label; an image counts as of the likeliest
 * class that reaches its own threshold, and a label that is another one, and less probable, is suspect. A class of which a model is always
 * unsure so has a low threshold, and is not accused for that. Northcutt, Jiang & Chuang 2021, "Confident Learning:
 * Estimating Uncertainty in Dataset Labels", JAIR 70.
 */
public final class ConfidentLabels {

    /** Says that no other class is confidently likelier than the label. */
    public static final int NONE = -1;

    private final double[] thresholds_C;
    private final int[] likely_N;

    private ConfidentLabels(double[] thresholds_C, int... likely_N) {
        this.thresholds_C = thresholds_C;
        this.likely_N = likely_N;
    }

    /**
     * Judges labels.
     *
     * @param probabilities_NC of models that have not learnt the row's label, each row a distribution over C classes
     * @param least labels that a class needs: of one with fewer neither threshold nor labels mean anything, and no label is
     *     accused for it or of it
     * @param labels_N 0 to C-1
     */
    public static ConfidentLabels of(float[][] probabilities_NC, int least, int... labels_N) {
        requireNonNull(probabilities_NC, "probabilities_NC is null");
        if (probabilities_NC.length != labels_N.length) {
            throw new IllegalArgumentException(
                    labels_N.length + " labels for " + probabilities_NC.length + " images: give one each");
        }
        double[] thresholds_C = thresholds(probabilities_NC, least, labels_N);
        int[] likely_N = new int[labels_N.length];
        for (int n = 0; n < labels_N.length; n++) {
            likely_N[n] = likely(probabilities_NC[n], labels_N[n], thresholds_C);
        }
        return new ConfidentLabels(thresholds_C, likely_N);
    }

    /** Where no threshold is known nothing counts as of the class. */
    private static double[] thresholds(float[][] probabilities_NC, int least, int... labels_N) {
        int classes = probabilities_NC.length == 0 ? 0 : probabilities_NC[0].length;
        double[] sums_C = new double[classes];
        int[] counts_C = new int[classes];
        for (int n = 0; n < labels_N.length; n++) {
            sums_C[labels_N[n]] += probabilities_NC[n][labels_N[n]];
            counts_C[labels_N[n]]++;
        }
        for (int c = 0; c < classes; c++) {
            sums_C[c] = counts_C[c] < Math.max(1, least) ? Double.POSITIVE_INFINITY : sums_C[c] / counts_C[c];
        }
        return sums_C;
    }

    private static int likely(float[] probabilities_C, int label, double... thresholds_C) {
        int best = NONE;
        for (int c = 0; c < probabilities_C.length; c++) {
            if (probabilities_C[c] >= thresholds_C[c] && (best == NONE || probabilities_C[c] > probabilities_C[best])) {
                best = c;
            }
        }
        boolean unjudged = Double.isInfinite(thresholds_C[label]);
        return unjudged || best == NONE || probabilities_C[best] <= probabilities_C[label] ? NONE : best;
    }

    /** The thresholds [C]; infinite for a class with too few labels. */
    public double[] thresholds() {
        return Arrays.copyOf(thresholds_C, thresholds_C.length);
    }

    /** The class that is confidently likelier than the label of row n, or {@link #NONE}. */
    public int likely(int n) {
        return likely_N[n];
    }
}
