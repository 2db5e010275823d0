package org.doubtless.learning;

import java.io.IOException;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.NumberReader;
import org.doubtless.learning.features.NumberWriter;
import org.doubtless.learning.features.SampledRows;
import org.doubtless.learning.posterior.BayesianLinear;
import org.doubtless.learning.posterior.LinearDraws;
import org.doubtless.learning.posterior.Sharpness;
import org.doubtless.learning.training.ReadOut;

/**
 * What networks drawn from the linear layer's posterior say once they are read out together with the graph.
 *
 * <p>{@code p_s = softmax(b (joint + spread (l_s - l)))}: the joint score of the layer's mean l, moved by what draw s
 * differs, times {@link ReadOut#spread}. The sharpness b is such that the mean over the draws is, over a sample of the
 * pool, as sure as one that is read out draw by draw at the sharpness which the labels call for: how much is doubted is
 * left as it was calibrated, and only told apart. Immutable.
 */
final class DrawnReadOut {

    private static final int DRAWS = 20;
    private static final int LOOKS = 500;
    private static final int STEPS = 12;
    private static final double SHARPEST = 8;

    private final ReadOut readOut;
    private final int[] seen_K;
    private final double spread;
    private final double sharpness;

    private DrawnReadOut(ReadOut readOut, int[] seen_K, double spread, double sharpness) {
        this.readOut = readOut;
        this.seen_K = seen_K;
        this.spread = spread;
        this.sharpness = sharpness;
    }

    /**
     * Fits the sharpness of the draws.
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
        DrawnReadOut even = new DrawnReadOut(readOut, seen_K, readOut.spread(), sharpness);
        ReadDraws.Evidence sample =
                pool.select(SampledRows.of(pool.mean_NC().rows(), LOOKS, new SplittableRandom(seed)));
        FloatMatrix joint_NC = even.joint(sample);
        FloatMatrix outputs_NxSC = new LinearDraws(layer, DRAWS, scale, seed).outputs(sample.linear_NF());
        FloatMatrix[] oneByOne = new FloatMatrix[DRAWS];
        FloatMatrix[] moved = new FloatMatrix[DRAWS];
        int classes = layer.outputs();
        for (int s = 0; s < DRAWS; s++) {
            FloatMatrix drawn_NC = outputs_NxSC.columns(s * classes, (s + 1) * classes);
            oneByOne[s] = readOut.scores(drawn_NC, sample.potential_NK(), seen_K);
            moved[s] = even.moved(joint_NC, drawn_NC, sample.mean_NC());
        }
        double wanted = confidence(oneByOne, sharpness);
        double low = sharpness;
        double high = sharpness * SHARPEST;
        for (int step = 0; step < STEPS; step++) {
            double middle = Math.sqrt(low * high);
            if (confidence(moved, middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new DrawnReadOut(readOut, seen_K, readOut.spread(), Math.sqrt(low * high));
    }

    void writeTo(NumberWriter out) throws IOException {
        out.write(seen_K);
        out.write(spread);
        out.write(sharpness);
        if (readOut != null) {
            readOut.writeTo(out);
        }
    }

    static DrawnReadOut readFrom(NumberReader in, int classes) throws IOException {
        int[] seen_K = in.readInts();
        int before = -1;
        for (int seen : seen_K) {
            if (seen <= before || seen >= classes) {
                throw new IOException("class " + seen + " is none of " + classes + ", or is named twice");
            }
            before = seen;
        }
        double spread = in.readDouble();
        double sharpness = in.readDouble();
        ReadOut readOut = seen_K.length < 2 ? null : ReadOut.readFrom(in, seen_K.length);
        return new DrawnReadOut(readOut, seen_K, spread, sharpness);
    }

    /** K, how many classes have labels. */
    int seen() {
        return seen_K.length;
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

    /** The scores [N,C] that all draws are moved from; of the layer's mean alone where there is nothing to read out. */
    FloatMatrix joint(ReadDraws.Evidence images) {
        return readOut == null ? images.mean_NC() : readOut.scores(images.mean_NC(), images.potential_NK(), seen_K);
    }

    /**
     * The probabilities [N,C] of one drawn network.
     *
     * @param joint_NC what {@link #joint} gives for the images
     * @param drawn_NC the network's outputs
     * @param mean_NC the layer's mean
     */
    FloatMatrix probabilities(FloatMatrix joint_NC, FloatMatrix drawn_NC, FloatMatrix mean_NC) {
        return Sharpness.softmax(readOut == null ? drawn_NC : moved(joint_NC, drawn_NC, mean_NC), sharpness);
    }

    private FloatMatrix moved(FloatMatrix joint_NC, FloatMatrix drawn_NC, FloatMatrix mean_NC) {
        FloatMatrix moved_NC = FloatMatrix.zeros(joint_NC.rows(), joint_NC.columns());
        for (int i = 0; i < moved_NC.values().length; i++) {
            float deviation = (float) (spread * (drawn_NC.values()[i] - mean_NC.values()[i]));
            moved_NC.values()[i] = joint_NC.values()[i] + deviation;
        }
        return moved_NC;
    }
}
