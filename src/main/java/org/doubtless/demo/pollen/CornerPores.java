package org.doubtless.demo.pollen;

import java.awt.Shape;
import java.util.SplittableRandom;

/**
 * Pores seen from the side, one at each corner of the outline.
 *
 * @param size half the width of the opening
 * @param swelling how much the wall thickens around it, in densities
 */
record CornerPores(int count, double size, double swelling) implements Ornament {
    @Override
    public Ornament halved() {
        return new CornerPores(count, size * 0.75, swelling / 2);
    }

    @Override
    public Ornament towards(Ornament other) {
        return other instanceof CornerPores that
                ? new CornerPores(count, (size + that.size) / 2, (swelling + that.swelling) / 2)
                : halved();
    }

    @Override
    public void draw(Brush brush, Outline outline, SplittableRandom random) {
        Shape shoulder = Brush.ellipse(size * 0.8, size * 1.75);
        Shape opening = Brush.ellipse(size * 0.5, size);
        Shape rim = Brush.ellipse(size * 0.16, size * 0.8);
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * i / count + Vary.between(random, -0.04, 0.04);
            double radius = outline.radius(angle);
            Brush atPore = brush.movedTo(radius * Math.cos(angle), radius * Math.sin(angle), angle);
            atPore.movedTo(-size * 0.8, 0, 0).stain(shoulder, swelling);
            atPore.movedTo(-size * 0.65, 0, 0).bleach(opening, 0.92);
            atPore.movedTo(-size * 0.16, 0, 0).stain(rim, 0.5 * swelling + 0.2);
        }
    }
}
