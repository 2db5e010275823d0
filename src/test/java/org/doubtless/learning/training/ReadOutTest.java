package org.doubtless.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FloatMatrix;
import org.junit.jupiter.api.Test;

class ReadOutTest {

    private static final int IMAGES = 301;

    private final FloatMatrix linear = noise(1);
    private final FloatMatrix potential = noise(2);

    @Test
    void leavesSharesAloneThatAreRight() {
        assertThat(ClassShifts.keepingShares(linear, new double[3], new double[] {1, 1, 1}))
                .containsOnly(0);
    }

    @Test
    void shiftsUntilAllSharesAreWithinTheirBounds() {
        double[] least = {0.5, 0.1, 0.05};
        double[] most = {0.7, 0.3, 0.2};
        double[] shifts = ClassShifts.keepingShares(linear, least, most);
        double[] shares = new double[3];
        for (int row = 0; row < IMAGES; row++) {
            int best = 0;
            for (int c = 1; c < 3; c++) {
                best = linear.at(row, c) + shifts[c] > linear.at(row, best) + shifts[best] ? c : best;
            }
            shares[best] += 1.0 / IMAGES;
        }
        for (int c = 0; c < 3; c++) {
            assertThat(shares[c]).isBetween(least[c] - 1e-9, most[c] + 1e-9);
        }
    }

    @Test
    void joinsAsTheFormulaDoes() {
        ReadOut readOut = new ReadOut(linear, potential, 20);
        double weight = 20 / 40.0;
        double linearGap = median(linear);
        FloatMatrix shifted = shifted();
        double poissonGap = median(shifted);
        FloatMatrix scores = readOut.scores(linear, potential, 0, 1, 2);
        for (int row = 0; row < IMAGES; row++) {
            for (int c = 0; c < 3; c++) {
                double poisson = Math.max(-3, Math.min(3, shifted.at(row, c) / poissonGap));
                double slow = (weight * linear.at(row, c) + linearGap * poisson) / (weight + 1);
                assertThat((double) scores.at(row, c)).isCloseTo(slow, within(1e-4));
            }
        }
    }

    /** The shares that the linear scores win, halved and doubled, bound those of the potentials. */
    private FloatMatrix shifted() {
        double gap = median(potential);
        FloatMatrix scaled = potential.scaled(1 / gap, 1 / gap, 1 / gap);
        double[] shares = new double[3];
        for (int row = 0; row < IMAGES; row++) {
            int best = 0;
            for (int c = 1; c < 3; c++) {
                best = linear.at(row, c) > linear.at(row, best) ? c : best;
            }
            shares[best]++;
        }
        double[] least = Arrays.stream(shares)
                .map(count -> (count + 1) / (IMAGES + 3) / 2)
                .toArray();
        double[] most = Arrays.stream(shares)
                .map(count -> (count + 1) / (IMAGES + 3) * 2)
                .toArray();
        double[] shifts = ClassShifts.keepingShares(scaled, least, most);
        for (int i = 0; i < scaled.values().length; i++) {
            scaled.values()[i] += (float) shifts[i % 3];
        }
        return scaled;
    }

    @Test
    void givesClassesWithoutALabelTheMeanPotential() {
        ReadOut readOut = new ReadOut(linear.columns(0, 2), potential.columns(0, 2), 20);
        FloatMatrix all = readOut.scores(linear, potential.columns(0, 2), 0, 1);
        FloatMatrix none = readOut.scores(FloatMatrix.zeros(IMAGES, 3), potential.columns(0, 2), 0, 1);
        assertThat(all.columns()).isEqualTo(3);
        for (int row = 0; row < IMAGES; row++) {
            assertThat((double) none.at(row, 2)).isCloseTo((none.at(row, 0) + none.at(row, 1)) / 2, within(1e-5));
        }
    }

    @Test
    void measuresBalance() {
        FloatMatrix even = new FloatMatrix(3, 3, new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
        assertThat(ReadOut.balance(even)).isCloseTo(1, within(1e-9));
        assertThat(ReadOut.balance(linear.scaled(100, 0, 0))).isLessThan(0.95);
        assertThat(ReadOut.balance(FloatMatrix.zeros(3, 0))).isEqualTo(1);
    }

    private static double median(FloatMatrix scores) {
        double[] gaps = new double[scores.rows()];
        for (int row = 0; row < gaps.length; row++) {
            double[] sorted = {scores.at(row, 0), scores.at(row, 1), scores.at(row, 2)};
            Arrays.sort(sorted);
            gaps[row] = sorted[2] - sorted[1];
        }
        Arrays.sort(gaps);
        return gaps[gaps.length / 2];
    }

    private static FloatMatrix noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FloatMatrix noise = FloatMatrix.zeros(IMAGES, 3);
        for (int i = 0; i < noise.values().length; i++) {
            noise.values()[i] = (float) random.nextGaussian();
        }
        return noise;
    }
}
