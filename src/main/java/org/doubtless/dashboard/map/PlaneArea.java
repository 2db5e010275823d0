package org.doubtless.dashboard.map;

import org.doubtless.pool.DoubtArea;
import org.doubtless.web.Problem;

/** A part of a plane; its borders belong to it. */
record PlaneArea(double xFrom, double xTo, double yFrom, double yTo) {
    private static final double MOST = 16;
    static final PlaneArea ALL = new PlaneArea(0, 1, 0, 1);

    PlaneArea {
        // NaN is not below anything.
        if (!(xFrom < xTo && yFrom < yTo && Math.abs(xFrom) + Math.abs(xTo) + Math.abs(yFrom) + Math.abs(yTo) < MOST)) {
            throw Problem.badRequest(
                    "area",
                    "A window begins below its end, not from %s, %s to %s, %s.".formatted(xFrom, yFrom, xTo, yTo));
        }
    }

    static PlaneArea of(DoubtArea area) {
        return new PlaneArea(area.dataFrom(), area.dataTo(), area.modelFrom(), area.modelTo());
    }
}
