package org.doubtless.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.doubtless.learning.evaluation.SelectiveRule.Decision;
import org.doubtless.learning.evaluation.SelectiveRule.Step;
import org.junit.jupiter.api.Test;

class SelectiveRuleTest {
    private static final SelectiveRule FIVE_PERCENT = new SelectiveRule(0.05);

    @Test
    void takes_the_loosest_step_before_the_first_that_fails() {
        Decision decision = FIVE_PERCENT.decide(List.of(
                new Step(0.9, 10_000, 0, 80, 0),
                new Step(0.8, 20_000, 0, 160, 2),
                new Step(0.7, 30_000, 0, 240, 20),
                new Step(0.6, 40_000, 0, 900, 20)));
        assertThat(decision.holds()).isTrue();
        assertThat(decision.step().threshold())
                .as("the last would pass, but one before it failed")
                .isEqualTo(0.8);
        assertThat(decision.bound()).as("no less than what was tested").isEqualTo(0.05);
        assertThat(decision.missing()).isZero();
    }

    @Test
    void a_step_that_no_labels_could_let_pass_does_not_end_the_walk() {
        Decision decision =
                FIVE_PERCENT.decide(List.of(new Step(0.9, 10_000, 0, 20, 0), new Step(0.8, 20_000, 0, 80, 0)));
        assertThat(decision.holds()).isTrue();
        assertThat(decision.step().threshold()).isEqualTo(0.8);
    }

    @Test
    void says_how_many_control_labels_are_missing() {
        Decision few =
                FIVE_PERCENT.decide(List.of(new Step(0.9, 5_000_000, 0, 15, 0), new Step(0.5, 10_000_000, 0, 31, 0)));
        assertThat(few.holds()).isFalse();
        assertThat(few.step().checked()).isEqualTo(31);
        assertThat(few.missing()).isEqualTo(28);
        assertThat(FIVE_PERCENT
                        .decide(List.of(new Step(0.5, 10_000_000, 0, 0, 0)))
                        .missing())
                .isEqualTo(59);
        Decision wrong =
                FIVE_PERCENT.decide(List.of(new Step(0.9, 5_000_000, 0, 62, 1), new Step(0.5, 10_000_000, 0, 124, 12)));
        assertThat(wrong.step().checked()).isEqualTo(62);
        assertThat(wrong.missing()).as("31 that pass, which half of them do").isEqualTo(62);
    }

    @Test
    void where_nothing_is_left_there_is_no_step() {
        assertThat(FIVE_PERCENT.decide(List.of(new Step(0.9, 0, 30, 80, 0))).step())
                .isNull();
        assertThat(FIVE_PERCENT.decide(List.of()).holds()).isFalse();
        assertThatThrownBy(() -> new SelectiveRule(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A risk that lies above the promise right behind the strictest thresholds tempts the rule the most. */
    @Test
    void breaks_its_promise_in_one_draw_of_twenty_at_most() {
        SplittableRandom random = new SplittableRandom(11);
        List<DoubleUnaryOperator> risks = List.of(
                confidence -> 0.06,
                confidence -> confidence > 0.6 ? 0.02 : 0.25,
                confidence -> 0.3 * Math.pow(1 - confidence, 2));
        int mostViolated = 0;
        int chosen = 0;
        for (DoubleUnaryOperator risk : risks) {
            for (int labelled : new int[] {0, 150}) {
                int violated = 0;
                for (int draw = 0; draw < 250; draw++) {
                    Drawn drawn = new Drawn(random, 1_400, 300, labelled, risk);
                    Decision decision = FIVE_PERCENT.decide(drawn.steps());
                    chosen += decision.holds() ? 1 : 0;
                    violated +=
                            decision.holds() && drawn.wrongShare(decision.step().threshold()) > 0.05 ? 1 : 0;
                }
                // 5 % of 250, and three standard deviations of that.
                assertThat(violated).isLessThanOrEqualTo(23);
                mostViolated = Math.max(mostViolated, violated);
            }
        }
        assertThat(chosen).as("it is of use, too").isGreaterThan(300);
        assertThat(mostViolated).as("and gives nothing away").isPositive();
    }

    /** A pool of which some are control images; people have labelled others, in the worst case only what is right. */
    private static final class Drawn {
        private final double[] confidences;
        private final boolean[] wrong;
        private final boolean[] control;
        private final boolean[] sound;

        Drawn(SplittableRandom random, int images, int controls, int labelled, DoubleUnaryOperator risk) {
            confidences = random.doubles(images).toArray();
            wrong = new boolean[images];
            control = new boolean[images];
            sound = new boolean[images];
            for (int n = 0; n < images; n++) {
                wrong[n] = random.nextDouble() < risk.applyAsDouble(confidences[n]);
            }
            for (int drawn = 0; drawn < controls; ) {
                int n = random.nextInt(images);
                drawn += control[n] ? 0 : 1;
                control[n] = true;
            }
            for (int n = 0, taken = 0; n < images && taken < labelled; n++) {
                sound[n] = !control[n] && !wrong[n];
                taken += sound[n] ? 1 : 0;
            }
        }

        List<Step> steps() {
            double[] sorted = confidences.clone();
            Arrays.sort(sorted);
            List<Step> steps = new ArrayList<>();
            for (double coverage : SelectiveRule.coverages()) {
                double threshold = sorted[sorted.length - (int) Math.ceil(coverage * sorted.length)];
                int[] counts = new int[4];
                for (int n = 0; n < confidences.length; n++) {
                    if (confidences[n] >= threshold) {
                        counts[control[n] ? 2 : sound[n] ? 1 : 0]++;
                        counts[3] += control[n] && wrong[n] ? 1 : 0;
                    }
                }
                steps.add(new Step(threshold, counts[0], counts[1], counts[2], counts[3]));
            }
            return steps;
        }

        double wrongShare(double threshold) {
            int passing = 0;
            int bad = 0;
            for (int n = 0; n < confidences.length; n++) {
                if (!control[n] && !sound[n] && confidences[n] >= threshold) {
                    passing++;
                    bad += wrong[n] ? 1 : 0;
                }
            }
            return bad / (double) passing;
        }
    }
}
