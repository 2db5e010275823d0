package org.doubtless.learning.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.doubtless.learning.features.FloatMatrix;

/**
 * Asks by the state of the project: typical images first, then wherever classes may hide, then where the
 * pool's variance falls most.
 *
 * <p>Holds nothing between calls: the phase is that of the labels, so who stops may go on later.
 */
public final class AutoAcquisition {

    private static final double LEAST_DOUBT = 0.1;
    private static final double MARGIN_SCALE = 0.15;
    private static final double BALANCED = 0.7;
    private static final double DENSE_SHARE = 0.4;
    private static final int SHORTLIST = 8_000;

    private final PoolShape pool;
    private final VarianceReduction variance;

    public AutoAcquisition(PoolShape pool, VarianceReduction variance) {
        this.pool = pool;
        this.variance = variance;
    }

    /**
     * Puts all candidates in the order in which to ask.
     *
     * @param candidates rows that may be asked about, none of them labelled and none twice
     * @param batch how many are asked before the next call; those after them are in the order of the
     *     gain that each alone has
     * @param seed the same for all calls of a project
     */
    public int[] rank(LabelledPool known, int[] candidates, int batch, long seed) {
        double[] doubt_N = Arrays.stream(known.margin_N())
                .map(margin -> LEAST_DOUBT + Math.exp(-margin / MARGIN_SCALE))
                .toArray();
        double[] gains = variance.gains(known.covariance_DD(), candidates);
        double[] score_N = new double[pool.images()];
        for (int i = 0; i < candidates.length; i++) {
            score_N[candidates[i]] = gains[i] * doubt_N[candidates[i]];
        }
        int[] byScore = IntStream.of(candidates)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -score_N[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        Turn turn = new Turn(known, byScore, doubt_N, seed);
        Set<Integer> order = new LinkedHashSet<>(turn.picks(Math.min(batch, candidates.length)));
        IntStream.of(byScore).forEach(order::add);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private final class Turn {

        private final LabelledPool known;
        /** Those of the highest gain by themselves first. */
        private final int[] candidates;

        private final boolean[] mayAsk_N;
        private final double[] doubt_N;
        private final long seed;

        Turn(LabelledPool known, int[] candidates, double[] doubt_N, long seed) {
            this.known = known;
            this.candidates = candidates;
            this.doubt_N = doubt_N;
            this.seed = seed;
            this.mayAsk_N = new boolean[pool.images()];
            for (int row : candidates) {
                mayAsk_N[row] = true;
            }
        }

        List<Integer> picks(int count) {
            List<Integer> picks = new ArrayList<>();
            if (known.phase() == Phase.COLD) {
                new TypicalImages(pool)
                        .pick(known.rows(), mayAsk_N, Phase.coldLabels(known.classes()), seed).stream()
                                .limit(count)
                                .forEach(picks::add);
            }
            int missing = count - picks.size();
            if (missing > 0 && known.phase() != Phase.REFINEMENT && known.rows().length > 0) {
                picks.addAll(discover(picks, missing));
            }
            picks.addAll(refine(picks, count - picks.size()));
            return picks;
        }

        /** One image of a doubtful cell, one of high gain, and so on: mass finds small clusters, variance outliers. */
        private List<Integer> discover(List<Integer> before, int count) {
            int[] rows = IntStream.concat(
                            Arrays.stream(known.rows()), before.stream().mapToInt(Integer::intValue))
                    .toArray();
            List<Integer> cells = new DoubtfulCells(pool)
                    .pick(rows, known.agreement_N(), without(before), (count + 1) / 2, seed + rows.length);
            List<Integer> all = new ArrayList<>(before);
            all.addAll(cells);
            List<Integer> gains = reduce(all, candidates, count - cells.size());
            List<Integer> mixed = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                if (i < cells.size()) {
                    mixed.add(cells.get(i));
                }
                if (i < gains.size()) {
                    mixed.add(gains.get(i));
                }
            }
            return mixed;
        }

        /** In balanced pools outliers teach little: only the denser images; in others they may be a class. */
        private List<Integer> refine(List<Integer> before, int count) {
            if (known.phase() != Phase.REFINEMENT || known.balance() < BALANCED) {
                return reduce(before, candidates, count);
            }
            List<Integer> dense = reduce(before, denser(), count);
            List<Integer> all = new ArrayList<>(before);
            all.addAll(dense);
            dense.addAll(reduce(all, candidates, count - dense.size()));
            return dense;
        }

        private List<Integer> reduce(List<Integer> before, int[] rows, int count) {
            FloatMatrix covariance_DD = known.covariance_DD();
            for (int row : before) {
                covariance_DD = variance.afterLabel(covariance_DD, row);
            }
            boolean[] free_N = without(before);
            // A gain may rise as other labels come in, but hardly from outside the best thousands to the top.
            int[] free = Arrays.stream(rows)
                    .filter(row -> free_N[row])
                    .limit(SHORTLIST)
                    .toArray();
            int[] picks = variance.pick(covariance_DD, free, doubt_N, count);
            return new ArrayList<>(Arrays.stream(picks).boxed().toList());
        }

        private boolean[] without(List<Integer> before) {
            boolean[] free_N = mayAsk_N.clone();
            before.forEach(row -> free_N[row] = false);
            return free_N;
        }

        private int[] denser() {
            float[] degree_N = pool.degree_N();
            boolean[] dense_N = new boolean[degree_N.length];
            IntStream.range(0, degree_N.length)
                    .boxed()
                    .sorted((a, b) -> Float.compare(degree_N[b], degree_N[a]))
                    .limit((long) (degree_N.length * DENSE_SHARE))
                    .forEach(row -> dense_N[row] = true);
            return IntStream.of(candidates).filter(row -> dense_N[row]).toArray();
        }
    }
}
