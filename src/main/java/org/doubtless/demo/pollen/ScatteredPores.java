package org.doubtless.demo.pollen;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Round pores seen from above, anywhere on the grain.
 *
 * @param size the radius of the opening
 * @param annulus how dark the ring around it is, in densities
 */
record ScatteredPores(int count, double size, double annulus) implements Ornament {
    private static final int ATTEMPTS = 12;
    private static final double FURTHEST = 0.76;

    @Override
    public Ornament halved() {
        return new ScatteredPores((count + 1) / 2, size * 0.75, annulus / 2);
    }

    @Override
    public Ornament towards(Ornament other) {
        return other instanceof ScatteredPores that
                ? new ScatteredPores((count + that.count) / 2, (size + that.size) / 2, (annulus + that.annulus) / 2)
                : halved();
    }

    @Override
    public void draw(Brush brush, Outline outline, SplittableRandom random) {
        List<double[]> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] spot = freeSpot(taken, random);
            taken.add(spot);
            double distance = Math.hypot(spot[0], spot[1]);
            // A pore towards the edge of the ball is seen at a slant.
            double slant = Math.sqrt(1 - distance * distance * 0.8);
            Brush atPore = brush.movedTo(spot[0], spot[1], Math.atan2(spot[1], spot[0]));
            Shape opening = Brush.ellipse(size * slant, size);
            atPore.bleach(opening, 0.62);
            atPore.line(Brush.ellipse(size * 1.45 * slant, size * 1.45), size * 0.7, annulus);
        }
    }

    /** A spot as far from the others as a few attempts find. */
    private static double[] freeSpot(List<double[]> taken, SplittableRandom random) {
        double[] best = null;
        double bestGap = -1;
        for (int attempt = 0; attempt < ATTEMPTS && (attempt == 0 || !taken.isEmpty()); attempt++) {
            double angle = Vary.angle(random);
            double distance = FURTHEST * Math.sqrt(random.nextDouble());
            double[] spot = {distance * Math.cos(angle), distance * Math.sin(angle)};
            double gap = taken.stream()
                    .mapToDouble(other -> Math.hypot(other[0] - spot[0], other[1] - spot[1]))
                    .min()
                    .orElse(0);
            if (gap > bestGap) {
                best = spot;
                bestGap = gap;
            }
        }
        return best;
    }
}
