package org.doubtless.learning.features;

/** The gradient of each pixel of a grey picture, shared between the two orientations nearest to it. */
final class OrientedGradients {

    private final int width;
    private final int height;
    private final int bins;
    private final int[] bin;
    private final float[] lower;
    private final float[] upper;

    /** @param pixels [height * width]; beyond the border the border's pixels count again */
    OrientedGradients(float[] pixels, int width, int bins) {
        this.width = width;
        this.height = pixels.length / width;
        this.bins = bins;
        bin = new int[pixels.length];
        lower = new float[pixels.length];
        upper = new float[pixels.length];
        for (int y = 0; y < height; y++) {
            int above = Math.max(0, y - 1) * width;
            int below = Math.min(height - 1, y + 1) * width;
            for (int x = 0; x < width; x++) {
                float across = pixels[y * width + Math.min(width - 1, x + 1)] - pixels[y * width + Math.max(0, x - 1)];
                share(y * width + x, across, pixels[below + x] - pixels[above + x]);
            }
        }
    }

    private void share(int at, float across, float down) {
        float length = (float) Math.sqrt(across * across + down * down);
        if (length == 0) {
            return;
        }
        double angle = Math.atan2(down, across) / Math.PI;
        double position = (angle < 0 ? angle + 1 : angle) * bins;
        double floor = Math.floor(position);
        bin[at] = (int) floor % bins;
        upper[at] = (float) (length * (position - floor));
        lower[at] = length - upper[at];
    }

    /**
     * Mean histograms [cells * cells][bins] of a grid of cells.
     *
     * <p>Where the picture's side is no multiple of the grid's, neighbouring cells share pixels.
     */
    float[][] cells(int cells) {
        float[][] histogram_CB = new float[cells * cells][bins];
        for (int cell = 0; cell < histogram_CB.length; cell++) {
            int y = cell / cells;
            int x = cell % cells;
            fill(
                    histogram_CB[cell],
                    new Span(y * height / cells, -Math.floorDiv(-(y + 1) * height, cells)),
                    new Span(x * width / cells, -Math.floorDiv(-(x + 1) * width, cells)));
        }
        return histogram_CB;
    }

    private void fill(float[] histogram_B, Span down, Span across) {
        for (int y = down.from(); y < down.to(); y++) {
            for (int at = y * width + across.from(); at < y * width + across.to(); at++) {
                histogram_B[bin[at]] += lower[at];
                histogram_B[bin[at] + 1 == bins ? 0 : bin[at] + 1] += upper[at];
            }
        }
        for (int b = 0; b < bins; b++) {
            histogram_B[b] /= down.length() * across.length();
        }
    }

    private record Span(int from, int to) {
        int length() {
            return to - from;
        }
    }
}
