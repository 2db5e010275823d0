package org.doubtless.demo.pollen;

import java.util.SplittableRandom;

/** Random numbers as the drawing needs them. */
final class Vary {
    private Vary() {}

    static double between(SplittableRandom random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** The value, more or less: at most the given part away from it. */
    static double around(SplittableRandom random, double value, double part) {
        return value * between(random, 1 - part, 1 + part);
    }

    static double angle(SplittableRandom random) {
        return between(random, 0, 2 * Math.PI);
    }
}
