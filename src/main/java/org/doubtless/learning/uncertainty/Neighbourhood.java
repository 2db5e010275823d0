package org.doubtless.learning.uncertainty;

import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.SquaredDistances;

/**
 * The distance to the k-th nearest known row.
 *
 * @param known [M,D], M at least k
 * @param neighbour k
 */
record Neighbourhood(FeatureMatrix known, int neighbour) implements Strangeness {

    @Override
    public double[] distances(FeatureMatrix rows_ND) {
        return toNeighbour(rows_ND, neighbour);
    }

    /** The distance of each known row to its k-th nearest other one, or to the farthest where there are fewer. */
    double[] ownDistances() {
        return toNeighbour(known, Math.min(known.rows(), neighbour + 1));
    }

    private double[] toNeighbour(FeatureMatrix rows_ND, int place) {
        float[][] squared = new SquaredDistances(rows_ND).smallest(known, place);
        double[] distances = new double[squared.length];
        for (int row = 0; row < squared.length; row++) {
            distances[row] = Math.sqrt(squared[row][place - 1]);
        }
        return distances;
    }

    @Override
    public int columns() {
        return known.columns();
    }
}
