package org.doubtless.demo.pollen;

import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/**
 * Furrows from the edge towards the pole: light wedges, midway between the corners of the outline.
 *
 * @param length how far they reach in
 * @param width their width at the edge
 */
record Furrows(int count, double length, double width) implements Ornament {
    @Override
    public Ornament halved() {
        return new Furrows(count, length / 2, width / 2);
    }

    @Override
    public Ornament towards(Ornament other) {
        return other instanceof Furrows that
                ? new Furrows(count, (length + that.length) / 2, (width + that.width) / 2)
                : halved();
    }

    @Override
    public void draw(Brush brush, Outline outline, SplittableRandom random) {
        for (int i = 0; i < count; i++) {
            double angle = (i + 0.5) * 2 * Math.PI / count + Vary.between(random, -0.08, 0.08);
            double radius = outline.radius(angle);
            double reach = Vary.around(random, length, 0.12);
            double bend = Vary.between(random, -0.05, 0.05);
            Brush atEdge = brush.movedTo(radius * Math.cos(angle), radius * Math.sin(angle), angle);
            Brush inside = atEdge.movedTo(-0.06, 0, 0);
            inside.line(wedge(reach, width * 1.2, bend), 0.05, 0.28);
            inside.bleach(wedge(reach, width, bend), 0.8);
            atEdge.bleach(Brush.ellipse(0.1, width * 0.6), 0.55);
        }
    }

    /** A pointed wedge from the edge, where x is 0, inwards. */
    private static Path2D wedge(double reach, double width, double bend) {
        Path2D wedge = new Path2D.Double();
        wedge.moveTo(0.03, -width / 2);
        wedge.quadTo(-reach * 0.4, -width * 0.22 + bend, -reach, bend);
        wedge.quadTo(-reach * 0.4, width * 0.22 + bend, 0.03, width / 2);
        wedge.closePath();
        return wedge;
    }
}
