package org.doubtless.demo.pollen;

/** What lies on the glass, by depth and by colour. */
final class Slide {
    private final Density grain = new Density();
    private final Density litter = new Density();
    private final Density dirt = new Density();

    /** The plane that the microscope is set to. */
    Density grain() {
        return grain;
    }

    /** Stained matter above and below that plane, already as blurred as its depth makes it. */
    Density litter() {
        return litter;
    }

    /** Unstained, brown matter in the plane. */
    Density dirt() {
        return dirt;
    }
}
