package org.doubtless.learning.features;

import java.util.SplittableRandom;

/** Points around centres that are far from each other, as features. */
public final class Clouds {

    private Clouds() {}

    /** [points, dimensions]; point i belongs to cloud {@code i % clouds}. */
    public static FloatMatrix of(int points, int clouds, int dimensions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FloatMatrix matrix = FloatMatrix.zeros(points, dimensions);
        for (int point = 0; point < points; point++) {
            int cloud = point % clouds;
            for (int d = 0; d < dimensions; d++) {
                double centre = d % clouds == cloud ? 1 : 0;
                matrix.values()[point * dimensions + d] = (float) (centre + 0.25 * gaussian(random));
            }
        }
        return matrix;
    }

    private static double gaussian(SplittableRandom random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
