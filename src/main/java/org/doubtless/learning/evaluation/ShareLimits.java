package org.doubtless.learning.evaluation;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The exact limits of a share (Clopper and Pearson 1934), each of which holds with 95 % certainty by itself.
 *
 * @param low 0 where there was no success
 * @param high 1 where there were only successes
 */
record ShareLimits(double low, double high) {

    private static final double RISK = 0.05;

    /** The limits after so many successes in so many trials; with no trial nothing is known. */
    static ShareLimits of(int successes, int trials) {
        return new ShareLimits(1 - high(trials - successes, trials), high(successes, trials));
    }

    /** The largest p at which so few successes are not yet a surprise: {@code P(X <= successes; trials, p) = 0.05}. */
    private static double high(int successes, int trials) {
        return successes >= trials
                ? 1
                : BetaDistribution.of(successes + 1.0, trials - successes).inverseSurvivalProbability(RISK);
    }
}
