package org.doubtless.learning.training;

import java.io.IOException;
import java.util.Arrays;
import org.doubtless.learning.features.FloatMatrix;
import org.doubtless.learning.features.NumberReader;
import org.doubtless.learning.features.NumberWriter;

/**
 * Joins what the graph and the linear layer say of each image, with no switch between them.
 *
 * <p>{@code score = gap(l) (n/40 clip(l/gap(l), ±30) + clip(p/gap(p), ±3)) / (n/40 + 1)}, n the number of
 * labels, gap the median over the pool of the highest minus the second highest score: a mean of both in
 * the units of l, in which the graph leads early, the linear layer from 40 to 60 labels on. The Poisson potentials p are first divided by their own gap, then
 * shifted until each class's share of the pool is between half and twice the share s that the linear
 * layer gives it, {@code s_c = (N share_c + 1)/(N + K)}. Immutable.
 */
public final class ReadOut {

    private static final double EVEN = 40;
    private static final double MOST_LINEAR = 30;
    private static final double MOST_POISSON = 3;
    private static final double MOST_POTENTIAL = 1e4;

    private final double linearWeight;
    private final double linearGap;
    private final double potentialGap;
    private final double[] shift_K;
    private final double poissonGap;

    /**
     * Fits the scales and shifts to the pool.
     *
     * @param linear_NK scores of the linear layer, of the classes that have labels
     * @param potential_NK potentials of {@link PoissonLearning}, of the same
     * @param labels n, how many labels both have seen
     */
    public ReadOut(FloatMatrix linear_NK, FloatMatrix potential_NK, int labels) {
        this.linearWeight = labels / EVEN;
        this.linearGap = ClassGaps.median(linear_NK);
        this.potentialGap = ClassGaps.median(potential_NK);
        FloatMatrix scaled_NK = shifted(potential_NK, new double[potential_NK.columns()]);
        double[] share_K = shares(linear_NK);
        double[] least_K = Arrays.stream(share_K).map(share -> share / 2).toArray();
        double[] most_K =
                Arrays.stream(share_K).map(share -> Math.min(1, 2 * share)).toArray();
        this.shift_K = ClassShifts.keepingShares(scaled_NK, least_K, most_K);
        this.poissonGap = ClassGaps.median(shifted(potential_NK, shift_K));
    }

    private ReadOut(NumberReader in) throws IOException {
        this.linearWeight = in.readDouble();
        this.linearGap = in.readDouble();
        this.potentialGap = in.readDouble();
        this.poissonGap = in.readDouble();
        this.shift_K = in.readDoubles();
    }

    /** Writes the scales and shifts. */
    public void writeTo(NumberWriter out) throws IOException {
        out.write(linearWeight);
        out.write(linearGap);
        out.write(potentialGap);
        out.write(poissonGap);
        out.write(shift_K);
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param seen K, the classes that have labels
     * @throws IOException where the bytes are nothing of the kind
     */
    public static ReadOut readFrom(NumberReader in, int seen) throws IOException {
        ReadOut readOut = new ReadOut(in);
        if (readOut.shift_K.length != seen) {
            throw new IOException(readOut.shift_K.length + " shifts are not those of " + seen + " classes");
        }
        return readOut;
    }

    /** The share of the pool that wins each class, smoothed so that none is 0. */
    private static double[] shares(FloatMatrix linear_NK) {
        double[] share_K = new double[linear_NK.columns()];
        if (share_K.length == 0) {
            return share_K;
        }
        Arrays.fill(share_K, 1);
        for (int row = 0; row < linear_NK.rows(); row++) {
            int best = 0;
            for (int k = 1; k < share_K.length; k++) {
                best = linear_NK.at(row, k) > linear_NK.at(row, best) ? k : best;
            }
            share_K[best]++;
        }
        return Arrays.stream(share_K)
                .map(count -> count / (linear_NK.rows() + share_K.length))
                .toArray();
    }

    /** The highest minus the second highest score of each image, [N]; 0 where there is but one class. */
    public static double[] margins(FloatMatrix scores_NK) {
        return scores_NK.columns() < 2 ? new double[scores_NK.rows()] : ClassGaps.of(scores_NK);
    }

    /** The median of {@link #margins}, of two classes at least. */
    public static double medianMargin(FloatMatrix scores_NK) {
        return ClassGaps.middle(scores_NK);
    }

    /**
     * How evenly an image's predicted classes are spread over the pool: the exponential of their shares'
     * entropy over the number of classes, from 1/K to 1.
     */
    public static double balance(FloatMatrix linear_NK) {
        double entropy = 0;
        for (double share : shares(linear_NK)) {
            entropy -= share * Math.log(share);
        }
        return linear_NK.columns() == 0 ? 1 : Math.exp(entropy) / linear_NK.columns();
    }

    private FloatMatrix shifted(FloatMatrix potential_NK, double[] shift) {
        FloatMatrix shifted_NK = FloatMatrix.zeros(potential_NK.rows(), potential_NK.columns());
        for (int row = 0; row < shifted_NK.rows(); row++) {
            for (int k = 0; k < shift.length; k++) {
                double scaled = clip(potential_NK.at(row, k) / potentialGap, MOST_POTENTIAL);
                shifted_NK.values()[row * shift.length + k] = (float) (scaled + shift[k]);
            }
        }
        return shifted_NK;
    }

    /**
     * The joint scores [N,C] of images of the pool or outside it.
     *
     * @param linear_NC of all classes
     * @param potential_NK of the classes that have labels
     * @param seen_K which classes those are; the others take the mean of their potentials
     */
    public FloatMatrix scores(FloatMatrix linear_NC, FloatMatrix potential_NK, int... seen_K) {
        FloatMatrix shifted_NK = shifted(potential_NK, shift_K);
        FloatMatrix scores_NC = FloatMatrix.zeros(linear_NC.rows(), linear_NC.columns());
        float[] poisson_C = new float[linear_NC.columns()];
        for (int row = 0; row < scores_NC.rows(); row++) {
            double sum = 0;
            for (int k = 0; k < seen_K.length; k++) {
                sum += clip(shifted_NK.at(row, k) / poissonGap, MOST_POISSON);
            }
            Arrays.fill(poisson_C, seen_K.length == 0 ? 0 : (float) (sum / seen_K.length));
            for (int k = 0; k < seen_K.length; k++) {
                poisson_C[seen_K[k]] = (float) clip(shifted_NK.at(row, k) / poissonGap, MOST_POISSON);
            }
            for (int c = 0; c < poisson_C.length; c++) {
                double linear = linearWeight * clip(linear_NC.at(row, c) / linearGap, MOST_LINEAR);
                double joint = linearGap * (linear + poisson_C[c]) / (linearWeight + 1);
                scores_NC.values()[row * poisson_C.length + c] = (float) joint;
            }
        }
        return scores_NC;
    }

    private static double clip(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }
}
