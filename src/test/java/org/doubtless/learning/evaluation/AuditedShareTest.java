package org.doubtless.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AuditedShareTest {

    @Test
    void refutes_where_the_integral_over_all_larger_shares_says_so() {
        for (int checked : new int[] {5, 40, 150}) {
            for (int wrong = 0; wrong <= Math.min(checked, 15); wrong++) {
                for (double most : new double[] {0.01, 0.05, 0.2}) {
                    double ratio = ratio(most, wrong, checked);
                    assertThat(new AuditedShare(checked, wrong).refutes(most))
                            .as("%d of %d at %s: %s", wrong, checked, most, ratio)
                            .isEqualTo(wrong > most * checked && ratio >= 20);
                }
            }
        }
    }

    /** The mixed likelihood ratio by adding up, in the angle t with q = sin^2 t, in which the prior is flat. */
    private static double ratio(double most, int wrong, int checked) {
        double from = Math.asin(Math.sqrt(most));
        int pieces = 20_000;
        double sum = 0;
        for (int piece = 0; piece < pieces; piece++) {
            double q = Math.pow(Math.sin(from + (Math.PI / 2 - from) * (piece + 0.5) / pieces), 2);
            sum += Math.exp(wrong * Math.log(q / most) + (checked - wrong) * Math.log((1 - q) / (1 - most)));
        }
        return sum / pieces;
    }

    @Test
    void the_limits_hold_the_share_and_agree_with_the_verdict() {
        for (int checked = 0; checked <= 60; checked += 7) {
            for (int wrong = 0; wrong <= checked; wrong++) {
                AuditedShare audit = new AuditedShare(checked, wrong);
                double share = checked == 0 ? 0 : wrong / (double) checked;
                assertThat(audit.low()).isBetween(0.0, share);
                assertThat(audit.high()).isBetween(share, 1.0);
                for (double most : new double[] {0.01, 0.05, 0.3}) {
                    assertThat(audit.refutes(most)).as("%s at %s", audit, most).isEqualTo(audit.low() > most);
                }
            }
        }
        assertThat(new AuditedShare(0, 0).high()).isEqualTo(1);
        assertThatThrownBy(() -> new AuditedShare(3, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_promise_that_is_kept_is_ever_refuted_in_one_of_twenty_audits_at_most() {
        assertThat(everRefuted(0.05)).isLessThanOrEqualTo(65);
    }

    @Test
    void a_promise_that_is_broken_is_found_out() {
        assertThat(everRefuted(0.2)).isGreaterThan(950);
    }

    /** Of 1,000 audits with this share of wrong labels, those that refute 5 % after any of their first 300 answers. */
    private static int everRefuted(double share) {
        SplittableRandom random = new SplittableRandom(4);
        int refuted = 0;
        for (int audit = 0; audit < 1_000; audit++) {
            int wrong = 0;
            for (int checked = 1; checked <= 300; checked++) {
                boolean isWrong = random.nextDouble() < share;
                wrong += isWrong ? 1 : 0;
                if (isWrong && new AuditedShare(checked, wrong).refutes(0.05)) {
                    refuted++;
                    break;
                }
            }
        }
        return refuted;
    }
}
