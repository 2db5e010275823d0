package org.doubtless.learning.features;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Fits a grey image into a shape, every target pixel over every source pixel: slow and obvious. */
final class SlowResize {

    private SlowResize() {}

    static double[] fitted(BufferedImage image, FeatureShape shape) {
        double scale = Math.min(shape.width() / (double) image.getWidth(), shape.height() / (double) image.getHeight());
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        double[][] small = new double[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int v = 0; v < image.getHeight(); v++) {
                    for (int u = 0; u < image.getWidth(); u++) {
                        small[y][x] += share(y, height, v, image.getHeight())
                                * share(x, width, u, image.getWidth())
                                * image.getRaster().getSample(u, v, 0)
                                / 255;
                    }
                }
            }
        }
        return padded(small, shape);
    }

    /** How much of target pixel {@code i} comes from source pixel {@code j}. */
    private static double share(int i, int target, int j, int source) {
        double scale = source / (double) target;
        if (source >= target) {
            double overlap = Math.min((i + 1) * scale, j + 1) - Math.max(i * scale, j);
            return Math.max(0, overlap) / scale;
        }
        double centre = Math.min(source - 1, Math.max(0, (i + 0.5) * scale - 0.5));
        return Math.max(0, 1 - Math.abs(centre - j));
    }

    private static double[] padded(double[][] small, FeatureShape shape) {
        int height = small.length;
        int width = small[0].length;
        double border = 0;
        int count = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (y == 0 || x == 0 || y == height - 1 || x == width - 1) {
                    border += small[y][x];
                    count++;
                }
            }
        }
        double[] all = new double[shape.height() * shape.width()];
        Arrays.fill(all, border / count);
        int top = (shape.height() - height) / 2;
        int left = (shape.width() - width) / 2;
        for (int y = 0; y < height; y++) {
            System.arraycopy(small[y], 0, all, (top + y) * shape.width() + left, width);
        }
        return all;
    }
}
