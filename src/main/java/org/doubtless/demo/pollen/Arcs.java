package org.doubtless.demo.pollen;

import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/**
 * Bands in the wall that swing from corner pore to corner pore.
 *
 * @param sag how near to the centre they come half-way, 0 to 1
 * @param density of a band
 */
record Arcs(int count, double sag, double density) implements Ornament {
    @Override
    public Ornament halved() {
        return new Arcs(count, sag, density / 2);
    }

    @Override
    public Ornament towards(Ornament other) {
        return other instanceof Arcs that
                ? new Arcs(count, (sag + that.sag) / 2, (density + that.density) / 2)
                : halved();
    }

    @Override
    public void draw(Brush brush, Outline outline, SplittableRandom random) {
        Path2D bands = new Path2D.Double();
        double turn = 2 * Math.PI / count;
        for (int i = 0; i < count; i++) {
            double from = i * turn;
            double to = from + turn;
            double middle = from + turn / 2 + Vary.between(random, -0.05, 0.05);
            double depth = Vary.around(random, sag, 0.06);
            bands.moveTo(0.84 * outline.radius(from) * Math.cos(from), 0.84 * outline.radius(from) * Math.sin(from));
            bands.quadTo(
                    depth * Math.cos(middle),
                    depth * Math.sin(middle),
                    0.84 * outline.radius(to) * Math.cos(to),
                    0.84 * outline.radius(to) * Math.sin(to));
        }
        brush.line(bands, 0.055, density);
    }
}
