package org.doubtless.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class UncheckedTest {

    @Test
    void the_limit_is_the_last_that_counting_all_draws_leaves_possible() {
        for (int images : new int[] {1, 7, 40}) {
            for (int sound : new int[] {0, 3, 25}) {
                for (int checked : new int[] {1, 6, 30}) {
                    for (int wrong = 0; wrong <= Math.min(5, checked); wrong++) {
                        Unchecked unchecked = new Unchecked(images, sound, checked, wrong);
                        int limit = 0;
                        while (limit < images && chance(unchecked, limit + 1) > 0.05) {
                            limit++;
                        }
                        assertThat(unchecked.limit()).as("%s", unchecked).isEqualTo(limit);
                        for (double share : new double[] {0.05, 0.1, 0.5}) {
                            assertThat(unchecked.holds(share))
                                    .as("%s at %s", unchecked, share)
                                    .isEqualTo(limit <= share * images);
                        }
                    }
                }
            }
        }
    }

    /** The share of all draws of the checked ones that hold so few wrong ones, by whole numbers. */
    private static double chance(Unchecked of, int unseen) {
        int bad = of.wrong() + unseen;
        int good = of.checked() + of.images() + of.sound() - bad;
        BigInteger few = BigInteger.ZERO;
        for (int k = 0; k <= of.wrong(); k++) {
            few = few.add(ways(bad, k).multiply(ways(good, of.checked() - k)));
        }
        return new BigDecimal(few)
                .divide(new BigDecimal(ways(bad + good, of.checked())), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigInteger ways(int from, int draw) {
        BigInteger ways = draw < 0 || draw > from ? BigInteger.ZERO : BigInteger.ONE;
        for (int k = 1; k <= draw && ways.signum() > 0; k++) {
            ways = ways.multiply(BigInteger.valueOf(from - draw + k)).divide(BigInteger.valueOf(k));
        }
        return ways;
    }

    @Test
    void for_very_many_images_it_is_the_limit_of_clopper_and_pearson() {
        int many = 20_000_000;
        for (int wrong : new int[] {0, 1, 4, 12}) {
            assertThat(new Unchecked(many, 0, 240, wrong).limit() / (double) many)
                    .isCloseTo(ShareLimits.of(wrong, 240).high(), within(1e-4));
        }
    }

    @Test
    void fifty_nine_without_an_error_hold_five_percent_and_fifty_eight_do_not() {
        int many = 20_000_000;
        assertThat(new Unchecked(many, 0, 58, 0).holds(0.05)).isFalse();
        assertThat(new Unchecked(many, 0, 59, 0).holds(0.05)).isTrue();
        assertThat(new Unchecked(many, 0, 0, 0).checkedNeeded(0.05)).isEqualTo(59);
        assertThat(new Unchecked(many, 0, 31, 0).checkedNeeded(0.01)).isEqualTo(299);
        assertThat(new Unchecked(many, 0, 31, 1).checkedNeeded(0.05)).isEqualTo(93);
        assertThat(new Unchecked(many, 0, 400, 0).checkedNeeded(0.05)).isEqualTo(400);
    }

    @Test
    void a_small_pool_needs_more_because_its_wrong_ones_are_left_in_it() {
        // Of 20 images one may be wrong at 5 %: two wrong ones must be ruled out.
        assertThat(new Unchecked(20, 0, 59, 0).holds(0.05)).isFalse();
        assertThat(new Unchecked(20, 0, 71, 0).holds(0.05)).isTrue();
        assertThat(new Unchecked(20, 40, 71, 0).holds(0.05))
                .as("labelled images may have been the right ones")
                .isFalse();
    }

    @Test
    void counts_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new Unchecked(10, 0, 3, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Unchecked(-1, 0, 3, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
