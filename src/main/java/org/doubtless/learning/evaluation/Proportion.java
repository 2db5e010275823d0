package org.doubtless.learning.evaluation;

/**
 * A share of successes and how far it may be off.
 *
 * @param value successes / trials
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 */
public record Proportion(double value, double low, double high) {

    private static final double Z_95 = 1.959963984540054;

    /**
     * Share with Wilson's 95 % score interval, which stays inside [0,1] and is honest for few trials.
     *
     * <p>{@code (p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)}; Wilson 1927.
     *
     * @throws IllegalArgumentException without a trial, or with more successes than trials
     */
    public static Proportion wilson(int successes, int trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials + " is no share: give at least 1 trial");
        }
        double n = trials;
        double p = successes / n;
        double z2 = Z_95 * Z_95;
        double centre = p + z2 / (2 * n);
        double half = Z_95 * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        double low = Math.max(0, (centre - half) / (1 + z2 / n));
        double high = Math.min(1, (centre + half) / (1 + z2 / n));
        // At the ends the formula is exact only up to rounding.
        return new Proportion(p, Math.min(low, p), Math.max(high, p));
    }
}
