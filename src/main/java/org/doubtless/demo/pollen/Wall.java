package org.doubtless.demo.pollen;

/**
 * How a grain takes the stain: its rim, and what the rim encloses.
 *
 * @param thickness as a part of the radius
 * @param density on top of that of the body
 * @param body the density of what it encloses
 */
record Wall(double thickness, double density, double body) {
    static Wall between(Wall a, Wall b) {
        return new Wall((a.thickness + b.thickness) / 2, (a.density + b.density) / 2, (a.body + b.body) / 2);
    }
}
