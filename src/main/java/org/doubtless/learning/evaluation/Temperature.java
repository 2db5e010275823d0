package org.doubtless.learning.evaluation;

import org.doubtless.learning.posterior.ClassProbabilities;

/**
 * Makes probabilities less sure, or surer, without changing any prediction: {@code p^(1/T) / sum}.
 *
 * @param value T, above 0; above 1 makes less sure (Guo et al. 2017, "On calibration of modern neural
 *     networks")
 */
public record Temperature(double value) {

    private static final double LEAST_PROBABILITY = 0x1p-24;
    private static final double FARTHEST = Math.log(20);
    private static final int GRID = 60;
    private static final int REFINEMENTS = 60;

    public Temperature {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a temperature of " + value + " is none: give a finite number above 0");
        }
    }

    /**
     * The temperature under which held-out labels are likeliest, 1/20 to 20.
     *
     * <p>Minimises {@code sum -log p_T(label) + (log T)^2 / 2}: the prior weighs as much as one label or
     * two, so that a few labels that all are right do not make the model sure of everything.
     *
     * @param heldOut [N,C] predictions of images that were not trained on, N at least 1
     * @param labels N classes
     */
    public static Temperature fit(ClassProbabilities heldOut, int... labels) {
        Labels.require(heldOut, labels);
        double[][] logits_NC = new double[labels.length][];
        for (int n = 0; n < labels.length; n++) {
            logits_NC[n] = logs(heldOut.row(n));
        }
        double best = 0;
        for (int i = -GRID; i <= GRID; i++) {
            double u = FARTHEST * i / GRID;
            best = loss(logits_NC, u, labels) < loss(logits_NC, best, labels) ? u : best;
        }
        double low = Math.max(-FARTHEST, best - FARTHEST / GRID);
        double high = Math.min(FARTHEST, best + FARTHEST / GRID);
        for (int i = 0; i < REFINEMENTS; i++) {
            double left = low + (high - low) / 3;
            double right = high - (high - low) / 3;
            boolean leftIsBetter = loss(logits_NC, left, labels) < loss(logits_NC, right, labels);
            low = leftIsBetter ? low : left;
            high = leftIsBetter ? right : high;
        }
        return new Temperature(Math.exp((low + high) / 2));
    }

    /** The same images [N,C] at this temperature. */
    public ClassProbabilities apply(ClassProbabilities probabilities) {
        int classes = probabilities.classes();
        float[] all_NC = new float[probabilities.images() * classes];
        for (int n = 0; n < probabilities.images(); n++) {
            double[] logits_C = logs(probabilities.row(n));
            double sum = logSum(logits_C, 1 / value);
            for (int c = 0; c < classes; c++) {
                all_NC[n * classes + c] = (float) Math.min(1, Math.exp(logits_C[c] / value - sum));
            }
        }
        return new ClassProbabilities(probabilities.images(), classes, all_NC);
    }

    private static double[] logs(float... probabilities_C) {
        double[] logs_C = new double[probabilities_C.length];
        for (int c = 0; c < logs_C.length; c++) {
            logs_C[c] = Math.log(Math.max(probabilities_C[c], LEAST_PROBABILITY));
        }
        return logs_C;
    }

    private static double loss(double[][] logits_NC, double logT, int... labels) {
        double sharpness = Math.exp(-logT);
        double sum = logT * logT / 2;
        for (int n = 0; n < labels.length; n++) {
            sum += logSum(logits_NC[n], sharpness) - sharpness * logits_NC[n][labels[n]];
        }
        return sum;
    }

    /** {@code log sum_c exp(sharpness * logit_c)}. */
    private static double logSum(double[] logits_C, double sharpness) {
        double most = Double.NEGATIVE_INFINITY;
        for (double logit : logits_C) {
            most = Math.max(most, sharpness * logit);
        }
        double sum = 0;
        for (double logit : logits_C) {
            sum += Math.exp(sharpness * logit - most);
        }
        return most + Math.log(sum);
    }
}
