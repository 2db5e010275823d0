package org.doubtless.learning.acquisition;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.posterior.PosteriorSamples;
import org.doubtless.learning.uncertainty.Doubt;

/**
 * Asks for the batch whose labels together tell most of the networks: {@code I(y_1..y_b; networks)} in
 * nats, picked greedily, so that near-copies are not asked twice.
 *
 * <p>Each pick adds {@code H[y | labels picked] - mean_s H[y | s]}, which is exact while there are at
 * most {@code outcomes} combinations of labels, and estimated from as many drawn ones after that. A gain
 * only falls as the batch grows (submodularity), so that old gains bound the new and few are worked out
 * anew. Below the picks the order is BALD's. Kirsch, van Amersfoort & Gal 2019, "BatchBALD".
 *
 * @param candidates how many images are thought of, those of the highest mutual information; no fewer
 *     than the batch
 * @param outcomes combinations of labels that are kept, at least 1; fewer where there are more than 20
 *     classes, for the work grows with both
 */
public record BatchBald(int candidates, int outcomes) implements AcquisitionFunction {

    private static final int MOST_CELLS = 200_000;
    // Enough to keep all processors busy, few enough that little is worked out in vain.
    private static final int TOGETHER = 32;
    private static final double ROUNDING = 1e-9;

    public BatchBald {
        if (candidates < 1 || outcomes < 1) {
            throw new IllegalArgumentException("BatchBALD of " + candidates + " candidates and " + outcomes
                    + " outcomes: give at least 1 of each");
        }
    }

    /** 1,500 candidates and 10,000 outcomes. */
    public static BatchBald usual() {
        return new BatchBald(1_500, 10_000);
    }

    @Override
    public String name() {
        return "batch-bald";
    }

    @Override
    public Set<Candidates.Part> needs() {
        return EnumSet.of(Candidates.Part.DOUBTS, Candidates.Part.SAMPLES);
    }

    @Override
    public double[] score(Candidates given) {
        double[] bald_N = new Bald().score(given);
        Picks picks = new Picks(given.size(), given.batch());
        if (given.size() > 0) {
            int[] best = Arrays.stream(Ranking.of(bald_N).order())
                    .limit(Math.max(candidates, given.batch()))
                    .toArray();
            new Search(given, best).fill(picks);
        }
        return picks.above(bald_N);
    }

    /** The greedy choice among the best rows, which come in the order of their mutual information. */
    private final class Search {

        private final int[] row_K;
        private final double[][][] p_KSC;
        private final double[] expected_K;
        private final double[] bound_K;
        private final SplittableRandom random;
        private JointLabels labels;

        Search(Candidates given, int... row_K) {
            PosteriorSamples samples = given.samples();
            this.row_K = row_K;
            p_KSC = new double[row_K.length][][];
            Arrays.setAll(p_KSC, k -> Probabilities.of(samples, row_K[k]));
            expected_K = Arrays.stream(row_K)
                    .mapToObj(given.doubts()::get)
                    .mapToDouble(Doubt::aleatoric)
                    .toArray();
            bound_K = Arrays.stream(row_K)
                    .mapToObj(given.doubts()::get)
                    .mapToDouble(Doubt::epistemic)
                    .toArray();
            random = new SplittableRandom(given.seed());
            labels = new JointLabels(
                    samples.samples(),
                    samples.classes(),
                    Math.max(1, Math.min(outcomes, MOST_CELLS / samples.classes())));
        }

        void fill(Picks picks) {
            // Alone, the image of the highest mutual information tells most.
            int pick = 0;
            while (!picks.areComplete()) {
                picks.add(row_K[pick]);
                if (!picks.areComplete()) {
                    labels = labels.with(p_KSC[pick], random);
                    pick = next(picks);
                }
            }
        }

        /** Works gains out from the highest bound down, until no bound reaches the best gain. */
        private int next(Picks picks) {
            int[] open = Arrays.stream(Ranking.of(bound_K).order())
                    .filter(k -> !picks.has(row_K[k]))
                    .toArray();
            int best = -1;
            for (int at = 0; at < open.length; at += TOGETHER) {
                if (best >= 0 && bound_K[open[at]] < bound_K[best] - ROUNDING) {
                    break;
                }
                int[] together = Arrays.copyOfRange(open, at, Math.min(open.length, at + TOGETHER));
                IntStream.of(together).parallel().forEach(k -> bound_K[k] = gain(k));
                for (int k : together) {
                    boolean better = best < 0 || bound_K[k] > bound_K[best];
                    best = better || (bound_K[k] == bound_K[best] && k < best) ? k : best;
                }
            }
            return best;
        }

        private double gain(int k) {
            return labels.entropyOf(p_KSC[k]) - expected_K[k];
        }
    }
}
