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
                    assertThat(new AuditedShare(checked, wrong, 0.05).refutes(most))
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
                AuditedShare audit = new AuditedShare(checked, wrong, 0.05);
                double share = checked == 0 ? 0 : wrong / (double) checked;
                assertThat(audit.low()).isBetween(0.0, share);
                assertThat(audit.high()).isBetween(share, 1.0);
                for (double most : new double[] {0.01, 0.05, 0.3}) {
                    assertThat(audit.refutes(most)).as("%s at %s", audit, most).isEqualTo(audit.low() > most);
                }
            }
        }
        assertThat(new AuditedShare(0, 0, 0.05).high()).isEqualTo(1);
        assertThatThrownBy(() -> new AuditedShare(3, 4, 0.05)).isInstanceOf(IllegalArgumentException.class);
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
                if (isWrong && new AuditedShare(checked, wrong, 0.05).refutes(0.05)) {
                    refuted++;
                    break;
                }
            }
        }
        return refuted;
    }

    @Test
    void a_bad_set_is_found_behind_many_good_ones() {
        SplittableRandom random = new SplittableRandom(9);
        int looksInAll = 0;
        for (int trial = 0; trial < 100; trial++) {
            int wrong = 0;
            int looks = 0;
            boolean found = false;
            while (!found) {
                looks++;
                wrong += random.nextDouble() < 0.1 ? 1 : 0;
                found = AuditedShare.ofSet(5, looks, wrong).refutes(0.02)
                        || AuditedShare.ofAll(1_000 + looks, 8 + wrong).refutes(0.02);
            }
            looksInAll += looks;
        }
        assertThat(looksInAll / 100).as("more than 300 by all sets together").isLessThan(120);
    }

    @Test
    void both_looks_together_refute_a_promise_that_is_kept_in_one_of_twenty_projects_at_most() {
        SplittableRandom random = new SplittableRandom(10);
        int refuted = 0;
        for (int project = 0; project < 600; project++) {
            refuted += refuted(random) ? 1 : 0;
        }
        assertThat(refuted).isLessThanOrEqualTo(45);
    }

    /** Six sets with sixty audits each, 5 % of them wrong as promised. */
    private static boolean refuted(SplittableRandom random) {
        int allWrong = 0;
        for (int set = 1; set <= 6; set++) {
            int wrong = 0;
            for (int checked = 1; checked <= 60; checked++) {
                boolean isWrong = random.nextDouble() < 0.05;
                wrong += isWrong ? 1 : 0;
                allWrong += isWrong ? 1 : 0;
                if (isWrong
                        && (AuditedShare.ofSet(set, checked, wrong).refutes(0.05)
                                || AuditedShare.ofAll(60 * (set - 1) + checked, allWrong)
                                        .refutes(0.05))) {
                    return true;
                }
            }
        }
        return false;
    }
}
