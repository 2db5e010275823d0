package org.doubtless.demo.pollen;

import java.util.SplittableRandom;

/** The light from below: nearly white, brighter near one point than at the corners. */
final class Lamp {
    private final float[] colour;
    private final double x;
    private final double y;
    private final double falloff;

    private Lamp(float[] colour, double x, double y, double falloff) {
        this.colour = colour;
        this.x = x;
        this.y = y;
        this.falloff = falloff;
    }

    static Lamp lit(SplittableRandom random) {
        double brightness = Vary.between(random, 227, 239);
        double warmth = Vary.between(random, -3, 5);
        double rose = Vary.between(random, 0, 7);
        float[] colour = {
            (float) (brightness + warmth / 2), (float) (brightness - rose), (float) (brightness - warmth + rose / 4)
        };
        return new Lamp(
                colour,
                Vary.between(random, 0.25, 0.75) * Density.SIZE,
                Vary.between(random, 0.2, 0.7) * Density.SIZE,
                Vary.between(random, 0.06, 0.24));
    }

    /** The part of the light that reaches a pixel. */
    float brightness(int column, int row) {
        double right = (column - x) / Density.SIZE;
        double down = (row - y) / Density.SIZE;
        return (float) (1 - falloff * (right * right + down * down));
    }

    float colour(int channel) {
        return colour[channel];
    }
}
