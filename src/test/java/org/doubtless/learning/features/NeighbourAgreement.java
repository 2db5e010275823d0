package org.doubtless.learning.features;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How well nearest neighbours agree on the class, by comparing everything with everything. */
final class NeighbourAgreement {

    private NeighbourAgreement() {}

    /** The share of the k nearest neighbours of all images that are of the image's own class. */
    static double share(FeatureMatrix features, int k, int... labels) {
        float[] x = features.toArray();
        int columns = features.columns();
        long same = IntStream.range(0, features.rows())
                .parallel()
                .mapToLong(row -> {
                    long[] nearest = new long[features.rows()];
                    for (int other = 0; other < nearest.length; other++) {
                        float distance = 0;
                        for (int d = 0; d < columns; d++) {
                            float difference = x[row * columns + d] - x[other * columns + d];
                            distance += difference * difference;
                        }
                        int bits = other == row ? Integer.MAX_VALUE : Float.floatToIntBits(distance);
                        nearest[other] = (long) bits << 32 | other;
                    }
                    Arrays.sort(nearest);
                    return Arrays.stream(nearest, 0, k)
                            .filter(entry -> labels[(int) entry] == labels[row])
                            .count();
                })
                .sum();
        return same / (double) k / features.rows();
    }
}
