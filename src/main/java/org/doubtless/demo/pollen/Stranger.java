package org.doubtless.demo.pollen;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/** What gets on a slide and is no pollen: fibres, air bubbles, dirt. */
final class Stranger {
    private Stranger() {}

    static void lay(Slide slide, SplittableRandom random) {
        switch (random.nextInt(3)) {
            case 0 -> fibre(slide, random);
            case 1 -> bubbles(slide, random);
            default -> dirt(slide, random);
        }
    }

    private static void fibre(Slide slide, SplittableRandom random) {
        Density plane = random.nextBoolean() ? slide.grain() : slide.dirt();
        Brush brush = Brush.at(plane, inTheMiddle(random));
        Path2D thread = new Path2D.Double();
        thread.moveTo(-150, Vary.between(random, -35, 35));
        thread.curveTo(
                -50,
                Vary.between(random, -75, 75),
                50,
                Vary.between(random, -75, 75),
                150,
                Vary.between(random, -35, 35));
        double width = Vary.between(random, 6, 15);
        brush.line(thread, width, 0.55);
        brush.bleach(Brush.stroke(thread, width * 0.55), 0.45);
        brush.rub(Brush.stroke(thread, width), new Texture(0.3, 0.15, 0).relief(random));
    }

    private static void bubbles(Slide slide, SplittableRandom random) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            double radius = Vary.between(random, 22, 62) / (1 + 0.5 * i);
            AffineTransform place = i == 0 ? inTheMiddle(random) : Litter.anywhere(random);
            place.scale(radius, radius);
            Brush brush = Brush.at(slide.dirt(), place);
            Outline edge = Outline.circle().wobbled(0.01, random);
            brush.stain(edge.ring(0.15), 0.95);
            brush.stain(edge.ring(0.28), 0.3);
            brush.stain(edge.path(0.3), 0.06);
            brush.movedTo(-0.72, -0.3, 0).bleach(Brush.ellipse(0.09, 0.28), 0.8);
        }
    }

    private static void dirt(Slide slide, SplittableRandom random) {
        AffineTransform middle = inTheMiddle(random);
        int lumps = 3 + random.nextInt(7);
        for (int i = 0; i < lumps; i++) {
            AffineTransform place = new AffineTransform(middle);
            place.translate(Vary.between(random, -32, 32), Vary.between(random, -32, 32));
            place.rotate(Vary.angle(random));
            Brush brush = Brush.at(slide.dirt(), place);
            brush.stain(Litter.scrap(Vary.between(random, 8, 22), 0.4, random), Vary.between(random, 0.3, 0.8));
        }
        Brush all = Brush.at(slide.dirt(), middle);
        all.rub(Brush.ellipse(120, 120), new Texture(0.2, 0.35, 0.3).relief(random));
    }

    private static AffineTransform inTheMiddle(SplittableRandom random) {
        AffineTransform place = AffineTransform.getTranslateInstance(
                Density.SIZE / 2.0 + Vary.between(random, -15, 15), Density.SIZE / 2.0 + Vary.between(random, -15, 15));
        place.rotate(Vary.angle(random));
        return place;
    }
}
