package org.doubtless.demo.pollen;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;

/** Draws in the coordinates of one thing, whose radius is 1, onto a plane of the slide. */
final class Brush {
    private final Density plane;
    private final AffineTransform place;

    private Brush(Density plane, AffineTransform place) {
        this.plane = plane;
        this.place = place;
    }

    static Brush at(Density plane, AffineTransform place) {
        return new Brush(plane, place);
    }

    /** The same brush moved to a point, its x axis turned to the angle. */
    Brush movedTo(double x, double y, double angle) {
        AffineTransform moved = new AffineTransform(place);
        moved.translate(x, y);
        moved.rotate(angle);
        return new Brush(plane, moved);
    }

    void stain(Shape shape, double density) {
        plane.add(place.createTransformedShape(shape), density);
    }

    void bleach(Shape shape, double part) {
        plane.thin(place.createTransformedShape(shape), part);
    }

    void line(Shape path, double width, double density) {
        stain(stroke(path, width), density);
    }

    void rub(Shape shape, float[] relief) {
        plane.modulate(place.createTransformedShape(shape), relief);
    }

    static Shape stroke(Shape path, double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(path);
    }

    static Shape ellipse(double halfWidth, double halfHeight) {
        return new Ellipse2D.Double(-halfWidth, -halfHeight, 2 * halfWidth, 2 * halfHeight);
    }
}
