package org.doubtless.learning.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How many mistakes remain when the model answers only the images it doubts least (selective
 * classification; El-Yaniv & Wiener 2010). Immutable.
 *
 * <p>At coverage k/N the k least doubted images are answered; the risk is the share of mistakes among
 * them. Images of equal doubt count as in random order: the risk is the mean over all such orders.
 */
public final class RiskCoverage {

    /** Mistakes among the k+1 least doubted, [N]. */
    private final double[] mistakes_N;
    /** Whether the k-th and the next image differ in doubt, so that one can stop there, [N]. */
    private final boolean[] boundary_N;

    private RiskCoverage(double[] mistakes_N, boolean... boundary_N) {
        this.mistakes_N = mistakes_N;
        this.boundary_N = boundary_N;
    }

    /**
     * The curve of a doubt.
     *
     * @param doubts one finite doubt an image, [N], N at least 1
     * @param wrong whether the model's prediction is wrong, [N]
     */
    public static RiskCoverage of(double[] doubts, boolean... wrong) {
        requireNonNull(doubts, "doubts is null");
        if (doubts.length == 0 || doubts.length != wrong.length) {
            throw new IllegalArgumentException(
                    doubts.length + " doubts for " + wrong.length + " outcomes: give one each, at least one");
        }
        for (int n = 0; n < doubts.length; n++) {
            if (!Double.isFinite(doubts[n])) {
                throw new IllegalArgumentException("row " + n + " has the doubt " + doubts[n] + ": leave it out");
            }
        }
        int[] order = IntStream.range(0, doubts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(n -> doubts[n] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] mistakes_N = new double[order.length];
        boolean[] boundary_N = new boolean[order.length];
        double before = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            int errors = 0;
            while (to < order.length && doubts[order[to]] == doubts[order[from]]) {
                errors += wrong[order[to++]] ? 1 : 0;
            }
            for (int k = from; k < to; k++) {
                mistakes_N[k] = before + (double) errors * (k + 1 - from) / (to - from);
            }
            boundary_N[to - 1] = true;
            before += errors;
            from = to;
        }
        return new RiskCoverage(mistakes_N, boundary_N);
    }

    /** N, the number of images. */
    public int images() {
        return mistakes_N.length;
    }

    /** The risk when the {@code answered} least doubted images are answered, 1 to N; 0 to 1. */
    public double risk(int answered) {
        return mistakes_N[answered - 1] / answered;
    }

    /** The area under the curve, {@code mean_k risk(k)}, 0 to 1; low is good (Geifman & El-Yaniv 2017). */
    public double area() {
        return IntStream.rangeClosed(1, images())
                .mapToDouble(this::risk)
                .average()
                .orElseThrow();
    }

    /**
     * The largest share of images that can be left to the model at a risk of at most {@code most}; 0
     * where none can. Images of equal doubt are left to it together or not at all.
     */
    public double coverageAtRisk(double most) {
        for (int answered = images(); answered > 0; answered--) {
            if (boundary_N[answered - 1] && risk(answered) <= most) {
                return answered / (double) images();
            }
        }
        return 0;
    }
}
