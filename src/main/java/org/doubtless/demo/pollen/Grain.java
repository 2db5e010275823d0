package org.doubtless.demo.pollen;

import java.awt.geom.AffineTransform;
import java.util.SplittableRandom;

/** Lays one grain of a given anatomy on the slide, with the variation of the individual. */
final class Grain {
    private static final double MIDDLE = Density.SIZE / 2.0;

    private Grain() {}

    static void lay(Anatomy anatomy, Slide slide, SplittableRandom random) {
        Brush brush = Brush.at(slide.grain(), place(anatomy, random));
        Outline outline = anatomy.outline().wobbled(0.035, random);
        Wall wall = anatomy.wall();
        double thickness = Vary.around(random, wall.thickness(), 0.18);
        brush.stain(outline.path(0), Vary.around(random, wall.body(), 0.07));
        brush.stain(outline.path(0.35), 0.04);
        brush.rub(outline.path(thickness * 0.8), anatomy.texture().relief(random));
        brush.stain(outline.ring(thickness), Vary.around(random, wall.density(), 0.12));
        for (Ornament ornament : anatomy.ornaments()) {
            ornament.draw(brush, outline, random);
        }
    }

    private static AffineTransform place(Anatomy anatomy, SplittableRandom random) {
        double radius = Vary.around(random, anatomy.radius(), 0.09);
        double squash = Vary.between(random, 0.93, 1.07);
        AffineTransform place = AffineTransform.getTranslateInstance(
                MIDDLE + Vary.between(random, -7, 7), MIDDLE + Vary.between(random, -7, 7));
        place.rotate(Vary.angle(random));
        place.scale(radius * squash, radius / squash);
        place.rotate(Vary.angle(random));
        return place;
    }
}
