package org.doubtless.learning.acquisition;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Asks for images that would each move the last layer far, and in different directions: k-means++ over
 * the gradients {@code (p - onehot(likeliest class)) (x) features}, p the posterior's mean.
 *
 * <p>The first pick is the longest gradient; each next one is drawn with a probability in proportion to
 * its squared distance to the nearest pick. Below the picks the score is that distance. Ash et al. 2020,
 * "Deep batch active learning by diverse, uncertain gradient lower bounds". Theirs are the features of the network's last
 * hidden layer, these the images' own, which all drawn networks share: over raw pixels that is another function.
 */
public record Badge() implements AcquisitionFunction {

    @Override
    public String name() {
        return "badge";
    }

    @Override
    public Set<Candidates.Part> needs() {
        return EnumSet.of(Candidates.Part.SAMPLES, Candidates.Part.FEATURES);
    }

    @Override
    public double[] score(Candidates given) {
        GradientEmbeddings gradients = new GradientEmbeddings(given.samples().mean(), given.features());
        double[] nearest_N = new double[given.size()];
        Arrays.setAll(nearest_N, gradients::squaredNorm);
        SplittableRandom random = new SplittableRandom(given.seed());
        Picks picks = new Picks(given.size(), given.batch());
        int pick = picks.best(nearest_N);
        Arrays.fill(nearest_N, Double.MAX_VALUE);
        while (!picks.areComplete()) {
            picks.add(pick);
            gradients.lower(pick, nearest_N);
            pick = draw(nearest_N, picks, random);
        }
        return picks.above(Arrays.stream(nearest_N).map(Math::sqrt).toArray());
    }

    /** A row not picked yet; where all are copies of picks, the first. */
    private static int draw(double[] weights_N, Picks picks, SplittableRandom random) {
        double total = 0;
        for (int row = 0; row < weights_N.length; row++) {
            total += picks.has(row) ? 0 : weights_N[row];
        }
        double left = random.nextDouble() * total;
        int last = picks.best(weights_N);
        for (int row = 0; row < weights_N.length; row++) {
            if (!picks.has(row) && weights_N[row] > 0) {
                left -= weights_N[row];
                last = row;
                if (left < 0) {
                    return row;
                }
            }
        }
        return last;
    }
}
