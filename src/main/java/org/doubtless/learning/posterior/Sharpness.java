package org.doubtless.learning.posterior;

import java.util.SplittableRandom;
import org.doubtless.learning.features.FloatMatrix;

/**
 * How sharply scores turn into probabilities, {@code p = softmax(b * score)}, from the labels alone.
 *
 * <p>The b of highest posterior: the likelihood is that of each label under the layer that did not see
 * it, averaged over draws of its posterior; the prior is log-normal around 10. A score stands 1 above the
 * others where the layer is certain, and 10 makes that a probability of {@code 1/(1 + (C-1)/22000)};
 * with few labels, those that active learning chose are harder than the pool and would make b too small,
 * so that the prior weighs as much as some dozens of them.
 */
public final class Sharpness {

    private static final double PRIOR_MEDIAN = 10;
    private static final double PRIOR_DEVIATION = 0.2;
    private static final double LOWEST = 2;
    private static final double HIGHEST = 60;
    private static final int STEPS = 35;
    private static final int DRAWS = 30;
    private static final double LEAST_PROBABILITY = 1e-9;

    private Sharpness() {}

    /**
     * Chooses b.
     *
     * @param left what the layer says of each labelled row without its label
     * @param scale of the layer's variances
     * @param labels [L] the classes of the rows
     * @param seed of the draws
     */
    public static double choose(BayesianLinear.LeftOut left, double scale, int[] labels, long seed) {
        double best = PRIOR_MEDIAN;
        double highest = Double.NEGATIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double sharpness = LOWEST * Math.pow(HIGHEST / LOWEST, step / (STEPS - 1.0));
            double off = Math.log(sharpness / PRIOR_MEDIAN) / PRIOR_DEVIATION;
            double logPosterior = logLikelihood(left, scale, labels, sharpness, seed) - off * off / 2;
            if (logPosterior > highest) {
                highest = logPosterior;
                best = sharpness;
            }
        }
        return best;
    }

    /** {@code softmax(sharpness * scores)}, row by row, [N,C]. */
    public static FloatMatrix softmax(FloatMatrix scores_NC, double sharpness) {
        int classes = scores_NC.columns();
        FloatMatrix probabilities_NC = FloatMatrix.zeros(scores_NC.rows(), classes);
        double[] weight_C = new double[classes];
        for (int row = 0; row < scores_NC.rows(); row++) {
            float most = Float.NEGATIVE_INFINITY;
            for (int c = 0; c < classes; c++) {
                most = Math.max(most, scores_NC.at(row, c));
            }
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                weight_C[c] = Math.exp(sharpness * (scores_NC.at(row, c) - most));
                sum += weight_C[c];
            }
            for (int c = 0; c < classes; c++) {
                probabilities_NC.values()[row * classes + c] = (float) (weight_C[c] / sum);
            }
        }
        return probabilities_NC;
    }

    /** The sum over rows of the logarithm of the mean probability of their label. */
    static double logLikelihood(BayesianLinear.LeftOut left, double scale, int[] labels, double sharpness, long seed) {
        // The same noise for all values that are compared.
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double[] scores_C = left.scores_LC()[i];
            double deviation = Math.sqrt(scale * left.variances_L()[i]);
            double mean = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                double all = 0;
                double own = 0;
                double[] logits_C = new double[scores_C.length];
                double most = Double.NEGATIVE_INFINITY;
                for (int c = 0; c < scores_C.length; c++) {
                    logits_C[c] = sharpness * (scores_C[c] + deviation * random.nextGaussian());
                    most = Math.max(most, logits_C[c]);
                }
                for (int c = 0; c < scores_C.length; c++) {
                    double weight = Math.exp(logits_C[c] - most);
                    all += weight;
                    own += c == labels[i] ? weight : 0;
                }
                mean += own / all / DRAWS;
            }
            sum += Math.log(mean + LEAST_PROBABILITY);
        }
        return sum;
    }
}
