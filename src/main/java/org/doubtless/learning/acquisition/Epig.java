package org.doubtless.learning.acquisition;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.features.SampledRows;
import org.doubtless.learning.posterior.PosteriorSamples;

/**
 * Asks for the label that tells most of the other images' labels: expected predictive information gain,
 * {@code mean_t I(y; y_t)} in nats over target images t drawn from the candidates by the seed.
 *
 * <p>{@code I(y; y_t) = H[y] + H[y_t] - H[y, y_t]}, {@code p(y, y_t) = mean_s p_s(y) p_s(y_t)}. Unlike
 * BALD it does not care for what the networks disagree on where no image is. The gain is at most BALD's
 * mutual information, so that only the images of the highest one are worked out; the others come below
 * them in BALD's order. Bickford Smith et al. 2023, "Prediction-oriented Bayesian active learning".
 *
 * @param candidates how many images are worked out, those of the highest mutual information; with many
 *     classes fewer, as the work grows with their square, but no fewer than ten batches
 * @param targets how many images stand for all, at least 1
 */
public record Epig(int candidates, int targets) implements AcquisitionFunction {

    private static final double MOST_CELLS = 2e9;

    public Epig {
        if (candidates < 1 || targets < 1) {
            throw new IllegalArgumentException(
                    "EPIG of " + candidates + " candidates and " + targets + " targets: give at least 1 of each");
        }
    }

    /** 20,000 candidates and 200 targets. */
    public static Epig usual() {
        return new Epig(20_000, 200);
    }

    @Override
    public String name() {
        return "epig";
    }

    @Override
    public Set<Candidates.Part> needs() {
        return EnumSet.of(Candidates.Part.DOUBTS, Candidates.Part.SAMPLES);
    }

    @Override
    public double[] score(Candidates given) {
        double[] bald_N = new Bald().score(given);
        PosteriorSamples samples = given.samples();
        int[] best = Arrays.stream(Ranking.of(bald_N).order())
                .limit(candidatesOf(given.batch(), samples.classes()))
                .toArray();
        if (best.length == 0) {
            return bald_N;
        }
        Targets chosen =
                new Targets(samples, SampledRows.of(given.size(), targets, new SplittableRandom(given.seed())));
        double[] gain_K = IntStream.of(best)
                .parallel()
                .mapToDouble(row -> chosen.gain(Probabilities.of(samples, row)))
                .toArray();
        // Those not worked out go below the least of those that are.
        double shift = Arrays.stream(gain_K).min().orElse(0) - bald_N[best[best.length - 1]];
        double[] scores_N = Arrays.stream(bald_N).map(bald -> bald + shift).toArray();
        for (int k = 0; k < best.length; k++) {
            scores_N[best[k]] = gain_K[k];
        }
        return scores_N;
    }

    private int candidatesOf(int batch, int classes) {
        double affordable = MOST_CELLS / ((double) targets * classes * classes);
        return Math.min(candidates, Math.max(10 * batch, (int) affordable));
    }
}
