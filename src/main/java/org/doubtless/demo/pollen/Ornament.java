package org.doubtless.demo.pollen;

import java.util.SplittableRandom;

/** Something on a grain's surface that experts look for. */
sealed interface Ornament permits CornerPores, ScatteredPores, Furrows, Arcs, Bladders, Spines {
    /** Draws it onto a grain whose body and wall are already there; the grain's radius is 1. */
    void draw(Brush brush, Outline outline, SplittableRandom random);

    /** The same, half as clear: on a grain between two species only one of which has it. */
    Ornament halved();

    /** Half-way between this and the other if that is of the same sort, else this halved. */
    Ornament towards(Ornament other);
}
