package org.doubtless.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {

    @Test
    void it_is_worse_exactly_where_McNemars_exact_test_says_so() {
        for (int apart = 0; apart <= 60; apart++) {
            for (int first = 0; first <= apart; first++) {
                PairedComparison comparison = new PairedComparison(200, first, apart - first);
                assertThat(comparison.firstIsWorse())
                        .as("%d against %d", first, apart - first)
                        .isEqualTo(20 * tail(first, apart) < 1);
            }
        }
    }

    /** The chance of so few heads or fewer in so many throws, by whole numbers. */
    private static double tail(int heads, int throwsOfCoin) {
        BigInteger ways = BigInteger.ZERO;
        BigInteger term = BigInteger.ONE;
        for (int x = 0; x <= heads; x++) {
            ways = ways.add(term);
            term = term.multiply(BigInteger.valueOf(throwsOfCoin - x)).divide(BigInteger.valueOf(x + 1));
        }
        return ways.doubleValue() / Math.pow(2, throwsOfCoin);
    }

    @Test
    void five_lost_and_none_won_are_beyond_chance_and_four_are_not() {
        assertThat(new PairedComparison(100, 0, 4).firstIsWorse()).isFalse();
        assertThat(new PairedComparison(100, 0, 5).firstIsWorse()).isTrue();
    }

    @Test
    void the_interval_holds_the_difference_and_turns_with_the_models() {
        for (int first = 0; first <= 12; first++) {
            for (int second = 0; second <= 12; second++) {
                PairedComparison comparison = new PairedComparison(30, first, second);
                PairedComparison turned = new PairedComparison(30, second, first);
                assertThat(comparison.difference()).isBetween(comparison.low(), comparison.high());
                assertThat(comparison.low()).isGreaterThanOrEqualTo(-1).isEqualTo(-turned.high());
                assertThat(comparison.difference()).isEqualTo(-turned.difference());
            }
        }
    }

    @Test
    void models_that_agree_on_few_images_may_still_differ() {
        // The rule of three: none of n leaves 1 - 0.05^(1/n).
        assertThat(new PairedComparison(10, 0, 0).high()).isCloseTo(1 - Math.pow(0.05, 0.1), within(1e-9));
    }

    @Test
    void many_images_narrow_the_interval_without_loss_of_digits() {
        PairedComparison comparison = new PairedComparison(50_000, 2_600, 2_500);
        assertThat(comparison.high() - comparison.low()).isLessThan(0.01);
        assertThat(comparison.firstIsWorse()).isFalse();
        assertThat(new PairedComparison(50_000, 2_400, 2_600).firstIsWorse()).isTrue();
    }

    @Test
    void of_equal_models_at_most_one_in_twenty_is_called_worse() {
        SplittableRandom random = new SplittableRandom(3);
        int worse = 0;
        int trials = 2_000;
        for (int trial = 0; trial < trials; trial++) {
            int[] first = random.ints(60, 0, 4).toArray();
            int[] second = random.ints(60, 0, 4).toArray();
            int[] labels = random.ints(60, 0, 4).toArray();
            worse += PairedComparison.of(first, second, labels).firstIsWorse() ? 1 : 0;
        }
        assertThat(worse).isPositive().isLessThan(trials / 20);
    }

    @Test
    void counts_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new PairedComparison(3, 2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PairedComparison.of(new int[2], new int[3], 0, 1, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
