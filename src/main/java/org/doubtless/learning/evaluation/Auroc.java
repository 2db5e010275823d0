package org.doubtless.learning.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well a score tells two kinds of images apart: the area under the ROC curve, which is the chance
 * that one of the first kind scores higher than one of the second, equals counting half (Mann & Whitney
 * 1947). 1 is perfect, 0.5 is chance.
 */
public final class Auroc {

    private Auroc() {}

    /**
     * Of a score that ought to be higher for strangers than for known images.
     *
     * @param strangers at least one finite score
     * @param known at least one finite score
     */
    public static double of(double[] strangers, double... known) {
        requireFinite(strangers, "the first kind");
        requireFinite(known, "the second kind");
        double[] sorted = known.clone();
        Arrays.sort(sorted);
        double wins = 0;
        for (double score : strangers) {
            wins += (below(sorted, score, false) + below(sorted, score, true)) / 2.0;
        }
        return wins / strangers.length / known.length;
    }

    /**
     * Of a doubt that ought to be higher where the model errs.
     *
     * @param doubts one finite doubt an image, [N]
     * @param wrong whether the model's prediction is wrong, [N]; both kinds have to occur
     */
    public static double ofErrors(double[] doubts, boolean... wrong) {
        if (doubts.length != wrong.length) {
            throw new IllegalArgumentException(
                    doubts.length + " doubts for " + wrong.length + " outcomes: give one each");
        }
        return of(where(true, doubts, wrong), where(false, doubts, wrong));
    }

    private static double[] where(boolean outcome, double[] doubts, boolean... wrong) {
        return IntStream.range(0, wrong.length)
                .filter(n -> wrong[n] == outcome)
                .mapToDouble(n -> doubts[n])
                .toArray();
    }

    private static int below(double[] sorted, double score, boolean withEquals) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (withEquals ? sorted[middle] <= score : sorted[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void requireFinite(double[] scores, String whose) {
        if (scores.length == 0) {
            throw new IllegalArgumentException(
                    "no scores of " + whose + " were given: both kinds are needed to tell them apart");
        }
        for (int n = 0; n < scores.length; n++) {
            if (!Double.isFinite(scores[n])) {
                throw new IllegalArgumentException("row " + n + " of " + whose + " has the score " + scores[n]
                        + ": leave it out or score it anew");
            }
        }
    }
}
