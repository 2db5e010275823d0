package org.doubtless.learning.uncertainty;

import java.util.Arrays;
import org.doubtless.learning.posterior.PosteriorSamples;

/** Room to work out the doubt about one image after the other. */
final class Tally {

    private final double[] mean_C;
    private final double[] squares_C;
    private final int[] votes_C;

    Tally(int classes) {
        mean_C = new double[classes];
        squares_C = new double[classes];
        votes_C = new int[classes];
    }

    Doubt of(PosteriorSamples samples, int n) {
        double expected = sumUp(samples, n) / samples.samples();
        double deviation = finish(samples.samples());
        double total = clamp(entropy(), Math.log(mean_C.length));
        double aleatoric = clamp(expected, total);
        int most = Arrays.stream(votes_C).max().orElseThrow();
        double best = 0;
        double second = 0;
        for (double p : mean_C) {
            second = Math.max(second, Math.min(best, p));
            best = Math.max(best, p);
        }
        return new Doubt(
                total,
                aleatoric,
                total - aleatoric,
                1 - (double) most / samples.samples(),
                best - second,
                clamp(1 - best, 1),
                deviation / mean_C.length);
    }

    /** Adds all samples up; returns the sum of their entropies. */
    private double sumUp(PosteriorSamples samples, int n) {
        Arrays.fill(mean_C, 0);
        Arrays.fill(squares_C, 0);
        Arrays.fill(votes_C, 0);
        double entropies = 0;
        for (int s = 0; s < samples.samples(); s++) {
            int vote = 0;
            for (int c = 0; c < mean_C.length; c++) {
                double p = clamp(samples.probability(s, n, c), 1);
                mean_C[c] += p;
                squares_C[c] += p * p;
                entropies += surprise(p);
                vote = p > samples.probability(s, n, vote) ? c : vote;
            }
            votes_C[vote]++;
        }
        return entropies;
    }

    /** Turns the sums into means; returns the sum of the classes' standard deviations. */
    private double finish(int samples) {
        double deviations = 0;
        for (int c = 0; c < mean_C.length; c++) {
            mean_C[c] /= samples;
            deviations += Math.sqrt(Math.max(0, squares_C[c] / samples - mean_C[c] * mean_C[c]));
        }
        return deviations;
    }

    private double entropy() {
        double sum = 0;
        for (double p : mean_C) {
            sum += surprise(p);
        }
        return sum;
    }

    private static double surprise(double p) {
        return p > 0 ? -p * Math.log(p) : 0;
    }

    private static double clamp(double value, double most) {
        return Math.min(most, Math.max(0, value));
    }
}
