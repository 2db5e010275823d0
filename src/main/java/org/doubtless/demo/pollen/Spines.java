package org.doubtless.demo.pollen;

import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/**
 * Short spines all around the edge.
 *
 * @param height of a spine
 */
record Spines(int count, double height) implements Ornament {
    @Override
    public Ornament halved() {
        return new Spines(count, height / 2);
    }

    @Override
    public Ornament towards(Ornament other) {
        return other instanceof Spines that ? new Spines(count, (height + that.height) / 2) : halved();
    }

    @Override
    public void draw(Brush brush, Outline outline, SplittableRandom random) {
        Path2D spines = new Path2D.Double();
        double half = 0.35 * 2 * Math.PI / count;
        for (int i = 0; i < count; i++) {
            double angle = (i + Vary.between(random, -0.2, 0.2)) * 2 * Math.PI / count;
            double tip = outline.radius(angle) + Vary.around(random, height, 0.25);
            double foot = outline.radius(angle) - 0.03;
            spines.moveTo(foot * Math.cos(angle - half), foot * Math.sin(angle - half));
            spines.lineTo(tip * Math.cos(angle), tip * Math.sin(angle));
            spines.lineTo(foot * Math.cos(angle + half), foot * Math.sin(angle + half));
            spines.closePath();
        }
        brush.stain(spines, 0.9);
    }
}
