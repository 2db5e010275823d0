package org.doubtless.demo.pollen;

/**
 * The rim of a grain.
 *
 * @param thickness as a part of the radius
 * @param density on top of that of the body
 */
record Wall(double thickness, double density) {
    static Wall between(Wall a, Wall b) {
        return new Wall((a.thickness + b.thickness) / 2, (a.density + b.density) / 2);
    }
}
