package org.doubtless.pool.files;

import java.awt.image.BufferedImage;

/** Makes a picture smaller: each new pixel is the mean of the area that it covers, weighted by opacity. */
final class AreaAverage {
    private static final int CHANNELS = 4;

    private AreaAverage() {}

    /** Never enlarges; a picture that is small enough already is returned as it is. */
    static BufferedImage scale(BufferedImage rgb, int width, int height) {
        if (width >= rgb.getWidth() && height >= rgb.getHeight()) {
            return rgb;
        }
        int sourceWidth = rgb.getWidth();
        int sourceHeight = rgb.getHeight();
        double rows = (double) sourceHeight / height;
        boolean alpha = rgb.getColorModel().hasAlpha();
        BufferedImage small = new BufferedImage(width, height, rgb.getType());
        int[] source = new int[sourceWidth];
        int[] target = new int[width];
        double[] narrow = new double[width * CHANNELS];
        double[] sum = new double[width * CHANNELS];
        int loaded = -1;
        for (int y = 0; y < height; y++) {
            double top = y * rows;
            double bottom = Math.min(sourceHeight, top + rows);
            java.util.Arrays.fill(sum, 0);
            for (int row = (int) top; row < bottom; row++) {
                if (row != loaded) {
                    rgb.getRGB(0, row, sourceWidth, 1, source, 0, sourceWidth);
                    narrow(source, narrow, width, alpha);
                    loaded = row;
                }
                double weight = Math.min(bottom, row + 1) - Math.max(top, row);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * narrow[i];
                }
            }
            divide(sum, target, alpha ? rows * sourceWidth / width : 0);
            small.setRGB(0, y, width, 1, target, 0, width);
        }
        return small;
    }

    /** One row: [source] ARGB → [width × 4], each channel summed over the columns that a new pixel covers. */
    private static void narrow(int[] source, double[] narrow, int width, boolean alpha) {
        double columns = (double) source.length / width;
        for (int x = 0; x < width; x++) {
            double left = x * columns;
            double right = Math.min(source.length, left + columns);
            double a = 0;
            double r = 0;
            double g = 0;
            double b = 0;
            for (int column = (int) left; column < right; column++) {
                int pixel = source[column];
                double weight = Math.min(right, column + 1) - Math.max(left, column);
                // Colour counts as much as it is opaque: what lies under full transparency must not show.
                double opaque = alpha ? weight * (pixel >>> 24) : weight;
                a += opaque;
                r += opaque * (pixel >> 16 & 0xff);
                g += opaque * (pixel >> 8 & 0xff);
                b += opaque * (pixel & 0xff);
            }
            int at = x * CHANNELS;
            narrow[at] = a;
            narrow[at + 1] = r;
            narrow[at + 2] = g;
            narrow[at + 3] = b;
        }
    }

    /** An area of 0 says that there is no transparency to divide by it. */
    private static void divide(double[] sum, int[] target, double area) {
        for (int x = 0; x < target.length; x++) {
            int at = x * CHANNELS;
            double a = sum[at];
            int opacity = area > 0 ? (int) Math.round(a / area) : 0xff;
            target[x] = a == 0
                    ? 0
                    : opacity << 24
                            | (int) Math.round(sum[at + 1] / a) << 16
                            | (int) Math.round(sum[at + 2] / a) << 8
                            | (int) Math.round(sum[at + 3] / a);
        }
    }
}
