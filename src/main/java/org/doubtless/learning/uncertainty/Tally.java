package org.doubtless.learning.uncertainty;

import java.util.Arrays;
import org.doubtless.learning.posterior.PosteriorSamples;

/** The doubts about some neighbouring images, network after network, which is how they lie in memory. */
final class Tally {

    private final int samples;
    private final int classes;
    private final double[] sums_RC;
    private final double[] squares_RC;
    private final int[] votes_RC;
    private final double[] entropies_R;

    private Tally(int samples, int images, int classes) {
        this.samples = samples;
        this.classes = classes;
        sums_RC = new double[images * classes];
        squares_RC = new double[images * classes];
        votes_RC = new int[images * classes];
        entropies_R = new double[images];
    }

    /** The doubts about the images {@code from} (included) to {@code to} (excluded). */
    static Voted[] of(PosteriorSamples samples, int from, int to) {
        Tally tally = new Tally(samples.samples(), to - from, samples.classes());
        float[] probabilities_RC = new float[tally.sums_RC.length];
        for (int s = 0; s < samples.samples(); s++) {
            samples.copy(s, from, to, probabilities_RC);
            for (int r = 0; r < to - from; r++) {
                tally.add(probabilities_RC, r);
            }
        }
        Voted[] voted = new Voted[to - from];
        Arrays.setAll(voted, r -> new Voted(tally.doubt(r), tally.votes(r)));
        return voted;
    }

    private void add(float[] probabilities_RC, int r) {
        int first = r * classes;
        double entropy = 0;
        int vote = first;
        for (int i = first; i < first + classes; i++) {
            double p = clamp(probabilities_RC[i], 1);
            sums_RC[i] += p;
            squares_RC[i] += p * p;
            entropy += surprise(p);
            vote = p > probabilities_RC[vote] ? i : vote;
        }
        entropies_R[r] += entropy;
        votes_RC[vote]++;
    }

    private int[] votes(int r) {
        return Arrays.copyOfRange(votes_RC, r * classes, (r + 1) * classes);
    }

    private Doubt doubt(int r) {
        double entropy = 0;
        double deviations = 0;
        int most = 0;
        double best = 0;
        double second = 0;
        for (int i = r * classes; i < (r + 1) * classes; i++) {
            double p = sums_RC[i] / samples;
            entropy += surprise(p);
            deviations += Math.sqrt(Math.max(0, squares_RC[i] / samples - p * p));
            most = Math.max(most, votes_RC[i]);
            second = Math.max(second, Math.min(best, p));
            best = Math.max(best, p);
        }
        double total = clamp(entropy, Math.log(classes));
        double aleatoric = clamp(entropies_R[r] / samples, total);
        return new Doubt(
                total,
                aleatoric,
                total - aleatoric,
                1 - (double) most / samples,
                best - second,
                clamp(1 - best, 1),
                deviations / classes);
    }

    private static double surprise(double p) {
        return p > 0 ? -p * Math.log(p) : 0;
    }

    private static double clamp(double value, double most) {
        return Math.min(most, Math.max(0, value));
    }
}
