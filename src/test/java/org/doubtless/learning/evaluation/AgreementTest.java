package org.doubtless.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementTest {
    /** Fleiss 1971, table 1: 30 patients, six psychiatrists each, five diagnoses. */
    private static final String FLEISS_1971 = """
            00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 00501 30012 51000
            02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006""";

    /** Krippendorff 2011, section C: four observers, twelve units, some values missing. */
    private static final String[] KRIPPENDORFF_2011 = {"123321412...", "1233224125.3", ".3332342251.", "12332441251."};

    @Test
    void fleiss_kappa_of_his_own_example_is_0_430() {
        int[][] counts = Arrays.stream(FLEISS_1971.split("\\s+"))
                .map(row -> row.chars().map(digit -> digit - '0').toArray())
                .toArray(int[][]::new);
        assertThat(Agreement.fleissKappa(counts).getAsDouble()).isEqualTo(0.430, within(0.0005));
    }

    @Test
    void alpha_of_krippendorffs_own_examples_is_0_743_and_0_692() {
        assertThat(Agreement.alpha(counts(KRIPPENDORFF_2011)).getAsDouble()).isEqualTo(0.743, within(0.0005));
        // Section B of the same: two observers, five categories.
        assertThat(Agreement.alpha(counts("aabbdcccedda", "babbbccceddd")).getAsDouble())
                .isEqualTo(0.692, within(0.0005));
    }

    @Test
    void cohens_kappa_of_fifty_grants_is_0_4() {
        // Two reviewers, 20 yes and 15 no in common, 5 and 10 apart: po = 0.7, pe = 0.5.
        assertThat(Agreement.cohenKappa(new int[][] {{20, 5}, {10, 15}}).getAsDouble())
                .isEqualTo(0.4, within(1e-12));
    }

    @Test
    void alpha_is_one_less_the_pairs_of_values_within_images_over_all_pairs() {
        Random random = new Random(7);
        for (int trial = 0; trial < 50; trial++) {
            int[][] counts = random(random, 3 + random.nextInt(20), 2 + random.nextInt(4), 0, 5);
            double slow = reference(counts);
            if (Double.isFinite(slow)) {
                assertThat(Agreement.alpha(counts).getAsDouble()).isEqualTo(slow, within(1e-9));
            }
        }
    }

    @Test
    void fleiss_kappa_compares_pairs_of_readers_with_pairs_of_all_answers() {
        Random random = new Random(11);
        for (int trial = 0; trial < 50; trial++) {
            int[][] counts = random(random, 3 + random.nextInt(20), 3, 4, 4);
            List<Integer> all = new ArrayList<>();
            double observed = 0;
            for (int[] image : counts) {
                List<Integer> values = values(image);
                observed += sameShare(values, values, true) / counts.length;
                all.addAll(values);
            }
            double expected = sameShare(all, all, false);
            assertThat(Agreement.fleissKappa(counts).getAsDouble())
                    .isEqualTo((observed - expected) / (1 - expected), within(1e-9));
        }
    }

    @Test
    void cohens_kappa_expects_what_the_first_ones_answers_share_with_all_of_the_second_ones() {
        Random random = new Random(13);
        for (int trial = 0; trial < 50; trial++) {
            int[][] table = random(random, 3, 3, 1, 9);
            List<Integer> first = new ArrayList<>();
            List<Integer> second = new ArrayList<>();
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    first.addAll(Collections.nCopies(table[a][b], a));
                    second.addAll(Collections.nCopies(table[a][b], b));
                }
            }
            double observed = IntStream.range(0, first.size())
                            .filter(n -> first.get(n).equals(second.get(n)))
                            .count()
                    / (double) first.size();
            double expected = sameShare(first, second, false);
            assertThat(Agreement.cohenKappa(table).getAsDouble())
                    .isEqualTo((observed - expected) / (1 - expected), within(1e-9));
        }
    }

    @Test
    void everybody_agreeing_is_1_and_one_category_alone_is_nothing() {
        int[][] agreed = {{2, 0}, {0, 2}, {2, 0}};
        assertThat(Agreement.alpha(agreed)).hasValue(1);
        assertThat(Agreement.fleissKappa(agreed).getAsDouble()).isEqualTo(1, within(1e-12));
        int[][] one = {{2, 0}, {2, 0}, {2, 0}};
        assertThat(Agreement.alpha(one)).isEmpty();
        assertThat(Agreement.fleissKappa(one)).isEmpty();
        assertThat(Agreement.cohenKappa(new int[][] {{5, 0}, {0, 0}})).isEmpty();
        assertThat(Agreement.cohenKappa(new int[][] {{0, 0}, {0, 0}})).isEmpty();
        assertThat(Agreement.alpha(new int[0][])).isEmpty();
        assertThat(Agreement.fleissKappa(new int[0][])).isEmpty();
        assertThatThrownBy(() -> Agreement.fleissKappa(new int[][] {{2, 0}, {1, 0}}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void images_with_one_reader_change_nothing() {
        int[][] some = {{2, 0, 0}, {1, 1, 0}, {0, 1, 2}};
        int[][] more = {{2, 0, 0}, {1, 1, 0}, {0, 0, 1}, {0, 1, 2}, {0, 1, 0}};
        assertThat(Agreement.alpha(more)).isEqualTo(Agreement.alpha(some));
    }

    @Test
    void the_interval_holds_the_value_and_narrows_with_images() {
        Random random = new Random(3);
        int[][] few = noisy(random, 30);
        int[][] many = noisy(random, 3000);
        Proportion wide = Agreement.withInterval(few, Agreement::alpha, 1).orElseThrow();
        Proportion narrow = Agreement.withInterval(many, Agreement::alpha, 1).orElseThrow();
        assertThat(wide.value()).isBetween(wide.low(), wide.high());
        assertThat(narrow.high() - narrow.low()).isLessThan((wide.high() - wide.low()) / 4);
        assertThat(Agreement.withInterval(few, Agreement::alpha, 1)).hasValue(wide);
        assertThat(Agreement.withInterval(new int[][] {{2, 0}}, Agreement::alpha, 1))
                .isEmpty();
    }

    /** Two readers who know 80 of 100 images of two kinds, and guess the others. */
    private static int[][] noisy(Random random, int images) {
        int[][] counts = new int[images][2];
        for (int[] image : counts) {
            int truth = random.nextInt(2);
            for (int reader = 0; reader < 2; reader++) {
                image[random.nextDouble() < 0.8 ? truth : random.nextInt(2)]++;
            }
        }
        return counts;
    }

    private static int[][] random(Random random, int rows, int columns, int least, int most) {
        int[][] counts = new int[rows][columns];
        for (int[] row : counts) {
            int readers = least + random.nextInt(most - least + 1);
            for (int reader = 0; reader < readers; reader++) {
                row[random.nextInt(columns)]++;
            }
        }
        return counts;
    }

    /** By the observers' rows of values, one character each, a dot where one is missing. */
    private static int[][] counts(String... observers) {
        int[][] counts = new int[observers[0].length()][5];
        for (String observer : observers) {
            for (int unit = 0; unit < counts.length; unit++) {
                char value = observer.charAt(unit);
                if (value != '.') {
                    counts[unit][Character.isDigit(value) ? value - '1' : value - 'a']++;
                }
            }
        }
        return counts;
    }

    private static double reference(int[][] counts) {
        double apart = 0;
        List<Integer> all = new ArrayList<>();
        for (int[] image : counts) {
            List<Integer> values = values(image);
            if (values.size() < 2) {
                continue;
            }
            apart += values.size() * (1 - sameShare(values, values, true));
            all.addAll(values);
        }
        return 1 - apart / all.size() / (1 - sameShare(all, all, true));
    }

    /** The share of pairs, one of these and one of those, that are the same; without itself where they are the same list. */
    private static double sameShare(List<Integer> these, List<Integer> those, boolean others) {
        long same = 0;
        long pairs = 0;
        for (int a = 0; a < these.size(); a++) {
            for (int b = 0; b < those.size(); b++) {
                if (others && a == b) {
                    continue;
                }
                pairs++;
                same += these.get(a).equals(those.get(b)) ? 1 : 0;
            }
        }
        return same / (double) pairs;
    }

    private static List<Integer> values(int[] image) {
        List<Integer> values = new ArrayList<>();
        for (int c = 0; c < image.length; c++) {
            values.addAll(Collections.nCopies(image[c], c));
        }
        return values;
    }
}
