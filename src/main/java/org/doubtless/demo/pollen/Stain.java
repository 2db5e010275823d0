package org.doubtless.demo.pollen;

import java.util.SplittableRandom;

/**
 * A dye: what it takes from each colour of the light at density 1 (Beer and Lambert).
 *
 * @param red absorbed, and so on
 */
record Stain(double red, double green, double blue) {
    /** Fuchsin, as old or fresh and as strong or weak as it was that day. */
    static Stain magenta(SplittableRandom random) {
        double strength = Vary.between(random, 0.9, 1.12);
        double warmth = Vary.between(random, -1, 1);
        return new Stain(strength * (0.235 - 0.035 * warmth), strength, strength * (0.42 + 0.055 * warmth));
    }

    /** The own colour of dust and soot. */
    static Stain brown(SplittableRandom random) {
        double warmth = Vary.between(random, 0, 0.35);
        return new Stain(0.85 - warmth, 0.9 - warmth * 0.3, 0.95 + warmth * 0.3);
    }
}
