package org.doubtless.learning.evaluation;

/**
 * What one round's model achieved.
 *
 * @param labels how many labels it was trained on, at least 1
 * @param accuracy share of right predictions, 0 to 1
 * @param tested how many images the share was measured on, at least 1
 */
public record CurvePoint(int labels, double accuracy, int tested) {

    private static final double Z2 = 3.8414588206941254;

    public CurvePoint {
        if (labels < 1 || tested < 1 || !(accuracy >= 0 && accuracy <= 1)) {
            throw new IllegalArgumentException("an accuracy of " + accuracy + " on " + tested + " images by " + labels
                    + " labels is no point of a learning curve: give a share and at least 1 of each");
        }
    }

    /** The variance of Wilson's estimate of the share; above 0 for shares of 0 and 1, too. */
    double variance() {
        double share = (accuracy * tested + Z2 / 2) / (tested + Z2);
        return share * (1 - share) / (tested + Z2);
    }
}
