package org.doubtless.demo.pollen;

import java.awt.geom.AffineTransform;
import java.util.SplittableRandom;

/**
 * The two air bladders of conifer pollen, netted, on either side of the body.
 *
 * @param size their radius
 * @param distance of their centres from that of the body
 */
record Bladders(double size, double distance) implements Ornament {
    private static final Texture NET = new Texture(0.08, 0.1, 0.75);

    @Override
    public Ornament halved() {
        return new Bladders(size / 2, distance);
    }

    @Override
    public Ornament towards(Ornament other) {
        return other instanceof Bladders that
                ? new Bladders((size + that.size) / 2, (distance + that.distance) / 2)
                : halved();
    }

    @Override
    public void draw(Brush brush, Outline outline, SplittableRandom random) {
        double droop = Vary.between(random, 0.05, 0.55);
        bladder(brush, droop, random);
        bladder(brush, Math.PI - droop, random);
    }

    private void bladder(Brush brush, double angle, SplittableRandom random) {
        Outline bag = Outline.circle().wobbled(0.05, random);
        AffineTransform grow = AffineTransform.getScaleInstance(size, size * Vary.between(random, 0.92, 1.08));
        Brush there = brush.movedTo(distance * Math.cos(angle), distance * Math.sin(angle), angle);
        there.stain(grow.createTransformedShape(bag.path(0)), 0.5);
        there.stain(grow.createTransformedShape(bag.ring(0.07)), 0.45);
        there.rub(grow.createTransformedShape(bag.path(0.03)), NET.relief(random));
    }
}
