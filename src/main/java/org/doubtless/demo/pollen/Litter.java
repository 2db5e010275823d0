package org.doubtless.demo.pollen;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.SplittableRandom;

/** Stained scraps around the grain, most of them far out of focus. */
final class Litter {
    private Litter() {}

    static void scatter(Slide slide, SplittableRandom random) {
        int clouds = random.nextInt(5) == 0 ? 4 + random.nextInt(10) : random.nextInt(3);
        for (int i = 0; i < clouds; i++) {
            double size = Vary.between(random, 6, 15);
            Brush there = Brush.at(slide.litter(), anywhere(random));
            there.stain(scrap(size, 0.35, random), Vary.between(random, 0.15, 0.42));
        }
        slide.litter().blur(Vary.between(random, 4, 6.5));
        int specks = random.nextInt(5);
        for (int i = 0; i < specks; i++) {
            double size = Vary.between(random, 1, 3.2);
            Brush there = Brush.at(slide.litter(), anywhere(random));
            there.stain(scrap(size, 0.2, random), Vary.between(random, 0.5, 1.3));
        }
        slide.litter().blur(Vary.between(random, 1.2, 2.4));
    }

    static Shape scrap(double size, double raggedness, SplittableRandom random) {
        double longer = Vary.between(random, 1, 2.2);
        return AffineTransform.getScaleInstance(size * longer, size)
                .createTransformedShape(
                        Outline.circle().wobbled(raggedness, random).path(0));
    }

    static AffineTransform anywhere(SplittableRandom random) {
        AffineTransform place = AffineTransform.getTranslateInstance(
                Vary.between(random, 0, Density.SIZE), Vary.between(random, 0, Density.SIZE));
        place.rotate(Vary.angle(random));
        return place;
    }
}
