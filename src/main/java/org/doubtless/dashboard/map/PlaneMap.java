package org.doubtless.dashboard.map;

import java.util.List;
import org.doubtless.project.Thresholds;

/**
 * A window of the images that the published model of a project has scored, on one of its planes: by data doubt (x) and model doubt
 * (y), or laid out so that alike lie close together.
 *
 * @param model its number; null where none is published, and then there is nothing to see
 * @param images that it has scored in all
 * @param shown how many of them lie in the window
 * @param most the highest places of all
 * @param kinds what colours tell apart, in a fixed order, with their images in the window
 * @param cells where the window holds many images: those of its grid that are not empty
 * @param points where it holds few: each of them
 */
record PlaneMap(
        Integer model,
        long images,
        long shown,
        PlaneArea window,
        Most most,
        Thresholds thresholds,
        List<Kind> kinds,
        int columns,
        int rows,
        List<Cell> cells,
        List<Point> points) {

    record Most(double x, double y) {
        private static final int STEPS = 20;

        /** What holds all images, to the next step of 0.05. */
        PlaneArea area() {
            return new PlaneArea(0, end(x), 0, end(y));
        }

        private static double end(double most) {
            return Math.min(STEPS, Math.max(2, Math.floor(most * STEPS) + 1)) / STEPS;
        }

        boolean isAllIn(PlaneArea area) {
            return area.xFrom() == 0 && area.yFrom() == 0 && area.xTo() >= x && area.yTo() >= y;
        }
    }

    record Kind(String name, long images) {}

    /**
     * Images that lie close together.
     *
     * @param column from 0, by x
     * @param row from 0, by y
     * @param kind the most frequent one, by its place in {@code kinds}
     * @param ofKind how many are of it
     * @param x the lowest of them; of a single image, its own
     * @param y the lowest of them
     */
    record Cell(int column, int row, long images, int kind, long ofKind, double x, double y) {}

    record Point(long image, double x, double y, int kind) {}
}
