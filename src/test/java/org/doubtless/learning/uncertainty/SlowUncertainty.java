package org.doubtless.learning.uncertainty;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.doubtless.learning.posterior.PosteriorSamples;

/** The formulas as they stand in the papers, one image at a time: slow and obvious. */
record SlowUncertainty(PosteriorSamples samples, int n) {

    double total() {
        return entropy(
                IntStream.range(0, samples.classes()).mapToDouble(this::mean).toArray());
    }

    double aleatoric() {
        return IntStream.range(0, samples.samples())
                .mapToDouble(s -> entropy(IntStream.range(0, samples.classes())
                        .mapToDouble(c -> samples.probability(s, n, c))
                        .toArray()))
                .average()
                .orElseThrow();
    }

    /** Mean Kullback-Leibler divergence of the samples from their mean: equal to H - E[H]. */
    double epistemic() {
        double sum = 0;
        for (int s = 0; s < samples.samples(); s++) {
            for (int c = 0; c < samples.classes(); c++) {
                double p = samples.probability(s, n, c);
                sum += p == 0 ? 0 : p * (Math.log(p) - Math.log(mean(c)));
            }
        }
        return sum / samples.samples();
    }

    double variationRatio() {
        Map<Integer, Integer> votes = new HashMap<>();
        for (int s = 0; s < samples.samples(); s++) {
            int best = 0;
            for (int c = 0; c < samples.classes(); c++) {
                best = samples.probability(s, n, c) > samples.probability(s, n, best) ? c : best;
            }
            votes.merge(best, 1, Integer::sum);
        }
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        return 1 - most / (double) samples.samples();
    }

    double margin() {
        double[] sorted = IntStream.range(0, samples.classes())
                .mapToDouble(this::mean)
                .sorted()
                .toArray();
        return sorted[sorted.length - 1] - sorted[sorted.length - 2];
    }

    double leastConfidence() {
        return 1
                - IntStream.range(0, samples.classes())
                        .mapToDouble(this::mean)
                        .max()
                        .orElseThrow();
    }

    double meanStandardDeviation() {
        return IntStream.range(0, samples.classes())
                .mapToDouble(c -> Math.sqrt(IntStream.range(0, samples.samples())
                        .mapToDouble(s -> Math.pow(samples.probability(s, n, c) - mean(c), 2))
                        .average()
                        .orElseThrow()))
                .average()
                .orElseThrow();
    }

    private double mean(int c) {
        return IntStream.range(0, samples.samples())
                .mapToDouble(s -> samples.probability(s, n, c))
                .average()
                .orElseThrow();
    }

    private static double entropy(double... distribution) {
        double sum = 0;
        for (double p : distribution) {
            sum -= p == 0 ? 0 : p * Math.log(p);
        }
        return sum;
    }
}
