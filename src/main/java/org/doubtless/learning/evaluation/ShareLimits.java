package org.doubtless.learning.evaluation;

/**
 * The exact limits of a share (Clopper and Pearson 1934), each of which holds with 95 % certainty by itself.
 *
 * @param low 0 where there was no success
 * @param high 1 where there were only successes
 */
record ShareLimits(double low, double high) {

    private static final double RISK = 0.05;
    private static final int HALVINGS = 60;

    /** The limits after so many successes in so many trials; with no trial nothing is known. */
    static ShareLimits of(int successes, int trials) {
        return new ShareLimits(1 - high(trials - successes, trials), high(successes, trials));
    }

    /** The largest p at which so few successes are not yet a surprise: {@code P(X <= successes; trials, p) = 0.05}. */
    private static double high(int successes, int trials) {
        if (successes >= trials) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (atMost(successes, trials, middle) > RISK) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** {@code P(X <= successes)} of a binomial X; in logarithms, because (1-p)^n is soon too small for a double. */
    private static double atMost(int successes, int trials, double p) {
        double logTerm = trials * Math.log1p(-p);
        double sum = 0;
        for (int x = 0; x <= successes; x++) {
            sum += Math.exp(logTerm);
            logTerm += Math.log(trials - x) - Math.log(x + 1.0) + Math.log(p) - Math.log1p(-p);
        }
        return sum;
    }
}
