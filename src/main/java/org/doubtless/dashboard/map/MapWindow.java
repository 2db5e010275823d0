package org.doubtless.dashboard.map;

import org.doubtless.project.ClassId;
import org.doubtless.web.Problem;

/**
 * What of a map is looked at.
 *
 * @param plane which map
 * @param area its part of the plane; null for the least that holds all images
 * @param prediction only what the model takes for this class; null for all
 * @param columns cells along data doubt
 * @param rows cells along model doubt
 */
record MapWindow(Plane plane, PlaneArea area, MapColour colour, ClassId prediction, int columns, int rows) {
    private static final int MOST = 160;

    MapWindow {
        if (columns < 1 || columns > MOST || rows < 1 || rows > MOST) {
            throw Problem.badRequest(
                    "cells", "A map has 1 to %d columns and rows, not %d and %d.".formatted(MOST, columns, rows));
        }
    }

    /** The same, of this area where it has none. */
    MapWindow orOf(PlaneArea usual) {
        return area == null ? new MapWindow(plane, usual, colour, prediction, columns, rows) : this;
    }
}
