package org.doubtless.learning.acquisition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.doubtless.learning.features.Clusters;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.KMeans;
import org.doubtless.learning.features.SampledRows;
import org.doubtless.learning.features.SquaredDistances;

/**
 * Asks for typical images of groups that have no label yet: for the very first labels, where a model
 * knows nothing that its doubts could be about.
 *
 * <p>All images, labelled ones too, are grouped by k-means into L + batch groups, 500 at most. From the
 * groups with the fewest labels, of these the largest first, comes the image of the highest typicality
 * {@code 1 / mean distance to its 20 nearest neighbours in the group}. Groups of fewer than 5 come last.
 * In a group of more than 4,000 images as many, drawn by the seed, stand for it. Below the picks the
 * score falls with the distance to the centre of the own group. Hacohen, Dekel & Weinshall 2022, "Active
 * learning on a budget".
 */
public record TypiClust() implements AcquisitionFunction {

    private static final int MOST_GROUPS = 500;
    private static final int LEAST_MEMBERS = 5;
    private static final int MOST_MEMBERS = 4_000;
    private static final int NEIGHBOURS = 20;

    @Override
    public String name() {
        return "typiclust";
    }

    @Override
    public Set<Candidates.Part> needs() {
        return EnumSet.of(Candidates.Part.FEATURES, Candidates.Part.LABELLED);
    }

    @Override
    public double[] score(Candidates given) {
        if (given.size() == 0) {
            return new double[0];
        }
        int labelled = given.labelled().rows();
        FeatureMatrix all = joined(given.features(), given.labelled());
        SplittableRandom random = new SplittableRandom(given.seed());
        Clusters clusters = KMeans.group(all, Math.min(MOST_GROUPS, labelled + given.batch()), random.nextLong());
        List<Group> groups = Arrays.stream(clusters.members())
                .map(members -> new Group(members, given.size()))
                .sorted(Group.MOST_IN_NEED)
                .toList();
        Picks picks = new Picks(given.size(), given.batch());
        for (int turn = 0; !picks.areComplete(); turn++) {
            int[] open = groups.get(turn % groups.size()).open(picks);
            if (open.length > 0) {
                picks.add(mostTypical(all, open, random.split()));
            }
        }
        return picks.above(IntStream.range(0, given.size())
                .mapToDouble(row -> 1 / (1 + Math.sqrt(clusters.squared(row))))
                .toArray());
    }

    private static FeatureMatrix joined(FeatureMatrix candidates_ND, FeatureMatrix labelled_LD) {
        if (labelled_LD.rows() == 0) {
            return candidates_ND;
        }
        return FeatureMatrix.ofRows(
                candidates_ND.columns(),
                IntStream.range(0, candidates_ND.rows() + labelled_LD.rows())
                        .mapToObj(row -> row < candidates_ND.rows()
                                ? row(candidates_ND, row)
                                : row(labelled_LD, row - candidates_ND.rows()))
                        .toList());
    }

    private static float[] row(FeatureMatrix of, int row) {
        float[] values_D = new float[of.columns()];
        of.copyRow(row, values_D, 0);
        return values_D;
    }

    private static int mostTypical(FeatureMatrix all, int[] open, SplittableRandom random) {
        int[] some = Arrays.stream(SampledRows.of(open.length, MOST_MEMBERS, random))
                .map(at -> open[at])
                .toArray();
        FeatureMatrix members = all.select(some);
        // The nearest of all is the image itself, at distance 0.
        int neighbours = Math.min(some.length, 1 + Math.max(1, Math.min(NEIGHBOURS, some.length / 2)));
        float[][] squared = new SquaredDistances(members).smallest(members, neighbours);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int m = 0; m < some.length; m++) {
            double sum = 0;
            for (float each : squared[m]) {
                sum += Math.sqrt(each);
            }
            if (sum < least) {
                least = sum;
                best = m;
            }
        }
        return some[best];
    }

    /** Images that are alike, rows of the candidates first, then labelled ones. */
    private static final class Group {

        private static final Comparator<Group> MOST_IN_NEED = Comparator.comparing(Group::isTiny)
                .thenComparing(Group::labels)
                .thenComparing(Comparator.comparing(Group::size).reversed());

        private final int[] members;
        private final int candidates;

        private Group(int[] members, int candidates) {
            this.members = members;
            this.candidates = candidates;
        }

        private boolean isTiny() {
            return members.length < LEAST_MEMBERS;
        }

        private long labels() {
            return Arrays.stream(members).filter(row -> row >= candidates).count();
        }

        private int size() {
            return members.length;
        }

        private int[] open(Picks picks) {
            return Arrays.stream(members)
                    .filter(row -> row < candidates && !picks.has(row))
                    .toArray();
        }
    }
}
