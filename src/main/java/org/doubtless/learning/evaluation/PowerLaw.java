package org.doubtless.learning.evaluation;

/**
 * {@code accuracy(n) = a - b n^-c}, which rises ever more slowly to {@code a}.
 *
 * @param a 0 to 1
 * @param b at least 0
 * @param c above 0
 */
record PowerLaw(double a, double b, double c) {

    // Learning curves fall off with exponents around a half: Hestness et al. 2017.
    static final double USUAL_LOG_C = Math.log(0.5);
    static final double SPREAD_LOG_C = 0.6;
    private static final int STEPS = 80;
    private static final double LEAST_LOG_C = Math.log(0.05);
    private static final double MOST_LOG_C = Math.log(3);

    /** The accuracy to expect from n labels, 0 to 1. */
    double at(double labels) {
        return Math.max(0, a - b * Math.pow(labels, -c));
    }

    /**
     * The curve nearest to the shares {@code y}, each weighed by 1/variance, {@code log c} kept near
     * {@code logC}.
     *
     * <p>For each of 81 exponents the best a and b are a regression in closed form.
     */
    static PowerLaw fit(double[] labels, double[] y, double[] variances, double logC) {
        PowerLaw best = new PowerLaw(0, 0, 1);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= STEPS; i++) {
            double log = LEAST_LOG_C + (MOST_LOG_C - LEAST_LOG_C) * i / STEPS;
            PowerLaw law = fitAt(Math.exp(log), labels, y, variances);
            double loss = Math.pow((log - logC) / SPREAD_LOG_C, 2) + law.misfit(labels, y, variances);
            if (loss < least) {
                least = loss;
                best = law;
            }
        }
        return best;
    }

    /** Squared misfit in units of the variances. */
    double misfit(double[] labels, double[] y, double... variances) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += Math.pow(y[i] - (a - b * Math.pow(labels[i], -c)), 2) / variances[i];
        }
        return sum;
    }

    /** Weighted regression of y on x = n^-c under a in [0,1], b at least 0. */
    private static PowerLaw fitAt(double c, double[] labels, double[] y, double... variances) {
        double weights = 0;
        double meanX = 0;
        double meanY = 0;
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < y.length; i++) {
            double x = Math.pow(labels[i], -c);
            double weight = 1 / variances[i];
            weights += weight;
            meanX += weight * x;
            meanY += weight * y[i];
            xx += weight * x * x;
            xy += weight * x * y[i];
        }
        double totalX = meanX;
        meanX /= weights;
        meanY /= weights;
        double spread = xx / weights - meanX * meanX;
        double b = spread > 0 ? Math.max(0, (meanX * meanY - xy / weights) / spread) : 0;
        double a = meanY + b * meanX;
        if (a <= 1) {
            return new PowerLaw(Math.min(1, Math.max(0, a)), b, c);
        }
        // The best on the bound a = 1: regression of 1 - y on x through the origin.
        return new PowerLaw(1, Math.max(0, (totalX - xy) / xx), c);
    }
}
