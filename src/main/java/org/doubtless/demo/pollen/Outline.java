package org.doubtless.demo.pollen;

import java.awt.geom.Path2D;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** A closed line around the origin: its distance in each direction, where 1 is the typical radius. */
final class Outline {
    private static final int STEPS = 240;

    private final double[] radii;

    private Outline(DoubleUnaryOperator radiusAtAngle) {
        radii = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            radii[i] = radiusAtAngle.applyAsDouble(2 * Math.PI * i / STEPS);
        }
    }

    static Outline circle() {
        return new Outline(angle -> 1);
    }

    /** A polygon with soft corners, one at angle 0; angularity 0 is a circle, 1 has straight sides. */
    static Outline polygon(int corners, double angularity) {
        double scale = 1 / softPolygon(Math.PI / corners / 2, corners);
        return new Outline(angle -> 1 + angularity * (scale * softPolygon(angle, corners) - 1));
    }

    /** Lobes that bulge out at angle 0 and every turn / lobes from there, and sink in between. */
    static Outline lobes(int lobes, double depth) {
        return new Outline(angle -> 1 + depth * Math.cos(lobes * angle) - depth * depth * Math.cos(2 * lobes * angle));
    }

    private static double softPolygon(double angle, int corners) {
        // The more corners, the blunter each would be at the same exponent.
        double hardness = 0.45 * corners * corners;
        double sum = 0;
        for (int side = 0; side < corners; side++) {
            double towardsSide = Math.cos(angle - (side + 0.5) * 2 * Math.PI / corners);
            if (towardsSide > 0) {
                sum += Math.pow(towardsSide, hardness);
            }
        }
        return Math.pow(sum, -1 / hardness);
    }

    /** The line half-way between two. */
    static Outline between(Outline a, Outline b) {
        return new Outline(angle -> (a.radius(angle) + b.radius(angle)) / 2);
    }

    /** No two grains are alike: adds a few slow waves. */
    Outline wobbled(double strength, SplittableRandom random) {
        double[] waves = new double[5];
        double[] phases = new double[5];
        for (int k = 0; k < waves.length; k++) {
            waves[k] = strength * (random.nextDouble() * 2 - 1) / (k + 1);
            phases[k] = random.nextDouble() * 2 * Math.PI;
        }
        return new Outline(angle -> {
            double factor = 1;
            for (int k = 0; k < waves.length; k++) {
                factor += waves[k] * Math.cos((k + 2) * angle + phases[k]);
            }
            return radius(angle) * factor;
        });
    }

    double radius(double angle) {
        double position = angle / (2 * Math.PI) * STEPS;
        int before = (int) Math.floor(position);
        double fraction = position - before;
        return radii[Math.floorMod(before, STEPS)] * (1 - fraction)
                + radii[Math.floorMod(before + 1, STEPS)] * fraction;
    }

    /** The line moved inwards by {@code depth} as a path. */
    Path2D path(double depth) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD, STEPS + 2);
        for (int i = 0; i < STEPS; i++) {
            double angle = 2 * Math.PI * i / STEPS;
            double radius = Math.max(0.02, radii[i] - depth);
            double x = radius * Math.cos(angle);
            double y = radius * Math.sin(angle);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    /** What lies between the line and the same line moved inwards. */
    Path2D ring(double depth) {
        Path2D ring = path(0);
        ring.append(path(depth), false);
        return ring;
    }
}
