package org.doubtless.learning;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.SampledRows;
import org.doubtless.learning.posterior.BayesianLinear;
import org.doubtless.learning.posterior.LinearDraws;
import org.doubtless.learning.posterior.Sharpness;
import org.doubtless.learning.training.ReadOut;

/**
 * Tells model doubt from data doubt: finds spread t and sharpness b of a {@link DrawnReadOut} over a sample of the pool.
 *
 * <p>How much is doubted in all is held: the mean over the draws is as sure as one that is read out draw by draw at the
 * sharpness b₀ which the labels call for. Few labels leave scores small, since a Gaussian posterior shrinks them; a
 * network that is merely shrunk would count as a doubtful image. So a single network may be as decided as one that has
 * seen many labels, b up to b₀/g, g the median gap of the joint score between the best and the second class (1 where all
 * is known), and the draws disagree as much as the layer's own posterior says, t = 1. Where together they were then less
 * sure than they ought to be, because of what the graph adds, t is lowered; where surer, b.
 */
final class FitDrawnReadOut {

    private static final int DRAWS = 20;
    private static final int LOOKS = 500;
    private static final int STEPS = 12;
    private static final double LEAST = 0.5;
    // Sharper, and rounding would show.
    private static final double LEAST_GAP = 1 / 16.0;

    private final ReadOut readOut;
    private final int[] seen_K;
    private final ReadDraws.Evidence sample;
    private final FloatMatrix[] drawn_SNC;

    private FitDrawnReadOut(ReadOut readOut, int[] seen_K, ReadDraws.Evidence sample, FloatMatrix... drawn_SNC) {
        this.readOut = readOut;
        this.seen_K = seen_K;
        this.sample = sample;
        this.drawn_SNC = drawn_SNC;
    }

    /**
     * Fits the draws.
     *
     * @param seen_K the classes that have labels; with fewer than two there is nothing to read out
     * @param scale of the layer's covariance
     * @param pool every image of the pool
     * @param sharpness which the labels call for
     * @param seed of the sample and of the draws that are looked at
     */
    static DrawnReadOut fit(
            ReadOut readOut,
            int[] seen_K,
            BayesianLinear layer,
            double scale,
            ReadDraws.Evidence pool,
            double sharpness,
            long seed) {
        if (seen_K.length < 2) {
            return new DrawnReadOut(null, seen_K, 1, sharpness);
        }
        ReadDraws.Evidence sample =
                pool.select(SampledRows.of(pool.mean_NC().rows(), LOOKS, new SplittableRandom(seed)));
        FloatMatrix outputs_NxSC = new LinearDraws(layer, DRAWS, scale, seed).outputs(sample.linear_NF());
        FloatMatrix[] drawn_SNC = new FloatMatrix[DRAWS];
        FloatMatrix[] oneByOne_SNC = new FloatMatrix[DRAWS];
        for (int s = 0; s < DRAWS; s++) {
            drawn_SNC[s] = outputs_NxSC.columns(s * layer.outputs(), (s + 1) * layer.outputs());
            oneByOne_SNC[s] = readOut.scores(drawn_SNC[s], sample.potential_NK(), seen_K);
        }
        double wanted = confidence(oneByOne_SNC, sharpness);
        FitDrawnReadOut fit = new FitDrawnReadOut(readOut, seen_K, sample, drawn_SNC);
        double decided = sharpness / Math.min(1, fit.gap());
        if (fit.confidence(1, decided) < wanted) {
            // Networks that differ more are less sure together.
            double spread = where(0, 1, t -> wanted - fit.confidence(t, decided));
            return new DrawnReadOut(readOut, seen_K, spread, decided);
        }
        double log = where(Math.log(LEAST), Math.log(decided), each -> fit.confidence(1, Math.exp(each)) - wanted);
        return new DrawnReadOut(readOut, seen_K, 1, Math.exp(log));
    }

    /** Where a function that grows passes zero, or the end of the interval where it does not. */
    private static double where(double from, double to, DoubleUnaryOperator growing) {
        double low = from;
        double high = to;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (growing.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The median gap of the joint score between the best and the second class. */
    private double gap() {
        DrawnReadOut unmoved = new DrawnReadOut(readOut, seen_K, 0, 1);
        return Math.max(LEAST_GAP, ReadOut.medianMargin(unmoved.joint(sample)));
    }

    private double confidence(double spread, double sharpness) {
        DrawnReadOut draws = new DrawnReadOut(readOut, seen_K, spread, sharpness);
        FloatMatrix joint_NC = draws.joint(sample);
        FloatMatrix[] moved_SNC = new FloatMatrix[drawn_SNC.length];
        for (int s = 0; s < moved_SNC.length; s++) {
            moved_SNC[s] = draws.moved(joint_NC, drawn_SNC[s], sample.mean_NC());
        }
        return confidence(moved_SNC, sharpness);
    }

    /** The mean over images of the highest probability of the mean over draws. */
    private static double confidence(FloatMatrix[] score_SNC, double sharpness) {
        FloatMatrix sum_NC = FloatMatrix.zeros(score_SNC[0].rows(), score_SNC[0].columns());
        for (FloatMatrix score_NC : score_SNC) {
            float[] probability_NC = Sharpness.softmax(score_NC, sharpness).values();
            for (int i = 0; i < probability_NC.length; i++) {
                sum_NC.values()[i] += probability_NC[i];
            }
        }
        double confidence = 0;
        for (int row = 0; row < sum_NC.rows(); row++) {
            float most = 0;
            for (int c = 0; c < sum_NC.columns(); c++) {
                most = Math.max(most, sum_NC.at(row, c));
            }
            confidence += most / score_SNC.length;
        }
        return confidence / sum_NC.rows();
    }
}
