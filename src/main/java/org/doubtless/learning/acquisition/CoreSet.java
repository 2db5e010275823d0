package org.doubtless.learning.acquisition;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.Nearest;
import org.doubtless.learning.features.SquaredDistances;

/**
 * Asks for images that leave none far from a labelled one: each pick is the image farthest from all that
 * are labelled or picked (k-centre greedy), in the features' Euclidean distance.
 *
 * <p>The first image of all, where nothing is labelled, is drawn by the seed. Below the picks the score is
 * the distance that is left. It knows no model, and likes outliers. Sener & Savarese 2018, "Active
 * learning for convolutional neural networks: a core-set approach".
 */
public record CoreSet() implements AcquisitionFunction {

    @Override
    public String name() {
        return "core-set";
    }

    @Override
    public Set<Candidates.Part> needs() {
        return EnumSet.of(Candidates.Part.FEATURES, Candidates.Part.LABELLED);
    }

    @Override
    public double[] score(Candidates given) {
        FeatureMatrix features_ND = given.features();
        SquaredDistances distances = new SquaredDistances(features_ND);
        float[] nearest_N = distances.nearest(given.labelled()).squared();
        Picks picks = new Picks(given.size(), given.batch());
        while (!picks.areComplete()) {
            int pick = picks.best(asDoubles(nearest_N));
            if (nearest_N[pick] == Float.POSITIVE_INFINITY) {
                pick = new SplittableRandom(given.seed()).nextInt(given.size());
            }
            picks.add(pick);
            Nearest toPick = distances.nearest(features_ND.select(pick));
            for (int row = 0; row < nearest_N.length; row++) {
                nearest_N[row] = Math.min(nearest_N[row], toPick.squared(row));
            }
        }
        double[] left_N = asDoubles(nearest_N);
        for (int row = 0; row < left_N.length; row++) {
            left_N[row] = Math.sqrt(left_N[row]);
        }
        return picks.above(left_N);
    }

    private static double[] asDoubles(float... values_N) {
        double[] doubles_N = new double[values_N.length];
        for (int row = 0; row < doubles_N.length; row++) {
            doubles_N[row] = values_N[row];
        }
        return doubles_N;
    }
}
