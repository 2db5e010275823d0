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
 * reaches 1/risk. As long as each image audited is wrong with a chance of at most x, E is a non-negative supermartingale
 * that begins at 1, so that it ever reaches 1/risk with a chance of at most the risk (Ville 1939; Robbins 1970), however often
 * one looks and whatever made one look. The lower limit is the largest x that is refuted, the upper one mirrors it. They are
 * wider than those of Clopper and Pearson: that is the price.
 *
 * <p>Two kinds of audit are looked at beside each other, and share a risk of 5 %: half of it has {@link #ofAll} sets of
 * labels under one promise, and of the other half the j-th set by itself ({@link #ofSet}) has 6/(pi j)^2, which adds up to the
 * half over any number of sets. Without the second a bad model would hide for long behind good ones before it.
 *
 * <p>Assumes that the audited images were drawn by chance from those with automatic labels, and that their answers are
 * right. The draws count as independent, which errs to the safe side of a draw without putting back at any one look.
 *
 * @param checked n
 * @param wrong k
 * @param risk the chance, in (0,1), at which a promise that is kept is ever refuted, at most
 */
public record AuditedShare(int checked, int wrong, double risk) {
    private static final double HALF_OF_THE_RISK = 0.025;
    private static final double PRIOR = 0.5;
    private static final int HALVINGS = 50;

    public AuditedShare {
        if (wrong < 0 || wrong > checked || !(risk > 0 && risk < 1)) {
            throw new IllegalArgumentException(
                    wrong + " wrong of " + checked + " audited, at a risk of " + risk + ", is no share");
        }
    }

    /** Of all sets since a promise was made. */
    public static AuditedShare ofAll(int checked, int wrong) {
        return new AuditedShare(checked, wrong, HALF_OF_THE_RISK);
    }

    /** @param set the place of the set among those under the promise, 1 for the first */
    public static AuditedShare ofSet(int set, int checked, int wrong) {
        return new AuditedShare(checked, wrong, HALF_OF_THE_RISK * 6 / Math.pow(Math.PI * set, 2));
    }

    /** Whether the audit contradicts that at most this share, in (0,1), is wrong. */
    public boolean refutes(double mostWrong) {
        return wrong > mostWrong * checked && logRatio(mostWrong) >= -Math.log(risk);
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
        return 1 - new AuditedShare(checked, checked - wrong, risk).low();
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
