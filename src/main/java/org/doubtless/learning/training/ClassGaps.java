package org.doubtless.learning.training;

import java.util.Arrays;
import org.doubtless.learning.features.FloatMatrix;

/** How far the highest score of an image stands above the second. */
final class ClassGaps {

    private static final double NO_GAP = 1e-9;

    private ClassGaps() {}

    /** The highest minus the second highest of each row of [N,C], C at least 2. */
    static double[] of(FloatMatrix scores_NC) {
        double[] gaps_N = new double[scores_NC.rows()];
        for (int row = 0; row < gaps_N.length; row++) {
            float first = Float.NEGATIVE_INFINITY;
            float second = Float.NEGATIVE_INFINITY;
            for (int c = 0; c < scores_NC.columns(); c++) {
                float score = scores_NC.at(row, c);
                second = Math.max(second, Math.min(first, score));
                first = Math.max(first, score);
            }
            gaps_N[row] = first - second;
        }
        return gaps_N;
    }

    /** The median gap, above 0; 1 where there is but one class. */
    static double median(FloatMatrix scores_NC) {
        if (scores_NC.columns() < 2) {
            return 1;
        }
        return middle(scores_NC) + NO_GAP;
    }

    /** The median gap itself, 0 where most images have none. */
    static double middle(FloatMatrix scores_NC) {
        double[] gaps_N = of(scores_NC);
        Arrays.sort(gaps_N);
        return gaps_N[gaps_N.length / 2];
    }
}
