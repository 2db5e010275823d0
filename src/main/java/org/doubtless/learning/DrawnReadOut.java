package org.doubtless.learning;

import java.io.IOException;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.NumberReader;
import org.doubtless.learning.features.NumberWriter;
import org.doubtless.learning.posterior.Sharpness;
import org.doubtless.learning.training.ReadOut;

/**
 * What networks drawn from the linear layer's posterior say once they are read out together with the graph.
 *
 * <p>{@code p_s = softmax(b (joint + t (l_s - l)))}: the joint score of the layer's mean l, moved by t times what draw s
 * differs. Spread t and sharpness b are those of {@link FitDrawnReadOut}. Immutable.
 */
final class DrawnReadOut {

    private final ReadOut readOut;
    private final int[] seen_K;
    private final double spread;
    private final double sharpness;

    /** Of draws that {@link FitDrawnReadOut} has measured; a null {@code readOut} reads the layer alone. */
    DrawnReadOut(ReadOut readOut, int[] seen_K, double spread, double sharpness) {
        this.readOut = readOut;
        this.seen_K = seen_K;
        this.spread = spread;
        this.sharpness = sharpness;
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

    FloatMatrix moved(FloatMatrix joint_NC, FloatMatrix drawn_NC, FloatMatrix mean_NC) {
        FloatMatrix moved_NC = FloatMatrix.zeros(joint_NC.rows(), joint_NC.columns());
        for (int i = 0; i < moved_NC.values().length; i++) {
            float deviation = (float) (spread * (drawn_NC.values()[i] - mean_NC.values()[i]));
            moved_NC.values()[i] = joint_NC.values()[i] + deviation;
        }
        return moved_NC;
    }
}
