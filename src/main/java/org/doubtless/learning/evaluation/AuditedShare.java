package org.doubtless.learning.evaluation;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The share of wrong labels that an audit found, with limits that may be looked at after every answer.
 *
 * <p>An interval for a number of trials fixed beforehand errs too often when it is read again and again. Here, with k wrong
 * of n, a promise x is refuted where the mixed likelihood ratio
 *
 * <pre>E(x) = integral over (x,1) of q^k (1-q)^(n-k) dw(q) / (x^k (1-x)^(n-k)),  w = Beta(1/2,1/2) on (x,1)</pre>
 *
 * reaches 20. As long as each image audited is wrong with a chance of at most x, E is a non-negative supermartingale that
 * begins at 1, so that it ever reaches 20 with a chance of at most 1/20 (Ville 1939; Robbins 1970), however often one
 * looks and whatever made one look. The lower limit is the largest x that is refuted, the upper one mirrors it; each holds
 * with 95 % certainty at all times. They are wider than those of Clopper and Pearson: that is the price.
 *
 * <p>Assumes that the audited images were drawn by chance from those with automatic labels, and that their answers are
 * right. The draws count as independent, which errs to the safe side of a draw without putting back at any one look.
 *
 * @param checked n
 * @param wrong k
 */
public record AuditedShare(int checked, int wrong) {
    private static final double LOG_20 = Math.log(20);
    private static final double PRIOR = 0.5;
    private static final int HALVINGS = 50;

    public AuditedShare {
        if (wrong < 0 || wrong > checked) {
            throw new IllegalArgumentException(wrong + " wrong of " + checked + " audited is no share");
        }
    }

    /** Whether the audit contradicts that at most this share, in (0,1), is wrong. */
    public boolean refutes(double mostWrong) {
        return wrong > mostWrong * checked && logRatio(mostWrong) >= LOG_20;
    }

    /** The lower limit; 0 where nothing wrong was found. */
    public double low() {
        double refuted = 0;
        double possible = checked == 0 ? 0 : wrong / (double) checked;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (refuted + possible) / 2;
            if (middle > 0 && refutes(middle)) {
                refuted = middle;
            } else {
                possible = middle;
            }
        }
        return refuted;
    }

    /** The upper limit; 1 where nothing was audited. */
    public double high() {
        return 1 - new AuditedShare(checked, checked - wrong).low();
    }

    private double logRatio(double x) {
        double a = wrong + PRIOR;
        double b = checked - wrong + PRIOR;
        double mixed = LogBeta.value(a, b)
                + Math.log(BetaDistribution.of(a, b).survivalProbability(x))
                - LogBeta.value(PRIOR, PRIOR)
                - Math.log(BetaDistribution.of(PRIOR, PRIOR).survivalProbability(x));
        return mixed - wrong * Math.log(x) - (checked - wrong) * Math.log1p(-x);
    }
}
