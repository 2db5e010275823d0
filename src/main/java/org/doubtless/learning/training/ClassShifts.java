package org.doubtless.learning.training;

import java.util.Arrays;
import org.doubtless.learning.features.FloatMatrix;

/**
 * What to add to each class's scores so that no class takes too much or too little of the pool.
 *
 * <p>The shares are a staircase of the shifts, so only the sign of what is amiss is followed, with a step
 * for each class that grows by 1.2 while the sign stays and halves when it turns (Rprop: Riedmiller &
 * Braun 1993), at most 100 times.
 */
final class ClassShifts {

    private static final int MOST_STEPS = 100;
    private static final double GROWTH = 1.2;
    private static final double SHRINKAGE = 0.5;
    private static final int MANY = 5_000;
    private static final int EVERY = 3;

    private final FloatMatrix scores_NC;
    private final double[] shift_C;
    private final double[] step_C;
    private final int[] sign_C;

    private ClassShifts(FloatMatrix scores_NC) {
        this.scores_NC = scores_NC;
        this.shift_C = new double[scores_NC.columns()];
        this.step_C = new double[shift_C.length];
        this.sign_C = new int[shift_C.length];
        Arrays.fill(step_C, ClassGaps.median(scores_NC));
    }

    /**
     * Finds the shifts.
     *
     * @param scores_NC the highest wins
     * @param least_C the share that a class should have at least
     * @param most_C the share that it should have at most
     * @return what to add to each class, [C]; zeros where all shares are right
     */
    static double[] keepingShares(FloatMatrix scores_NC, double[] least_C, double[] most_C) {
        ClassShifts shifts = new ClassShifts(scores_NC);
        for (int step = 0; step < MOST_STEPS && scores_NC.columns() > 1 && shifts.move(least_C, most_C); step++) {
            // Each move is a step.
        }
        return shifts.shift_C;
    }

    private boolean move(double[] least_C, double[] most_C) {
        double[] share_C = shares();
        boolean amiss = false;
        for (int c = 0; c < shift_C.length; c++) {
            int sign = share_C[c] < least_C[c] ? 1 : share_C[c] > most_C[c] ? -1 : 0;
            step_C[c] *= sign * sign_C[c] > 0 ? GROWTH : sign * sign_C[c] < 0 ? SHRINKAGE : 1;
            shift_C[c] += step_C[c] * sign;
            sign_C[c] = sign;
            amiss |= sign != 0;
        }
        return amiss;
    }

    /** The share of the pool that each class wins, of a third of the images where there are many. */
    private double[] shares() {
        int every = scores_NC.rows() > MANY ? EVERY : 1;
        double[] share_C = new double[shift_C.length];
        int counted = 0;
        for (int row = 0; row < scores_NC.rows(); row += every) {
            int best = 0;
            for (int c = 1; c < shift_C.length; c++) {
                if (scores_NC.at(row, c) + shift_C[c] > scores_NC.at(row, best) + shift_C[best]) {
                    best = c;
                }
            }
            share_C[best]++;
            counted++;
        }
        for (int c = 0; c < share_C.length; c++) {
            share_C[c] /= counted;
        }
        return share_C;
    }
}
