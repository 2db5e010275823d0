package org.doubtless.learning.training;

import org.doubtless.learning.features.FeatureShape;

/** A picture moved, turned or scaled; interpolated linearly, what comes in at the edge repeats the edge. */
final class Resampled {

    private Resampled() {}

    /**
     * What a window of the picture shows.
     *
     * @param scale of the window, 1 for the whole picture
     * @param angle by which it is turned about its centre, in radians
     * @param across by how many pixels its centre lies right of the picture's
     * @param down by how many pixels below
     */
    static float[] of(float[] picture, FeatureShape shape, double scale, double angle, double across, double down) {
        int height = shape.height();
        int width = shape.width();
        double cosine = scale * Math.cos(angle);
        double sine = scale * Math.sin(angle);
        double middleX = (width - 1) / 2.0;
        double middleY = (height - 1) / 2.0;
        float[] view = new float[picture.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double fromX = cosine * (x - middleX) - sine * (y - middleY) + middleX + across;
                double fromY = sine * (x - middleX) + cosine * (y - middleY) + middleY + down;
                for (int channel = 0; channel < shape.channels(); channel++) {
                    view[(channel * height + y) * width + x] =
                            interpolated(picture, channel * height * width, shape, fromX, fromY);
                }
            }
        }
        return view;
    }

    private static float interpolated(float[] picture, int plane, FeatureShape shape, double x, double y) {
        double withinX = Math.min(shape.width() - 1, Math.max(0, x));
        double withinY = Math.min(shape.height() - 1, Math.max(0, y));
        int left = (int) withinX;
        int top = (int) withinY;
        int right = Math.min(shape.width() - 1, left + 1);
        int bottom = Math.min(shape.height() - 1, top + 1);
        double shareX = withinX - left;
        double shareY = withinY - top;
        int upper = plane + top * shape.width();
        int lower = plane + bottom * shape.width();
        return (float) ((1 - shareY) * ((1 - shareX) * picture[upper + left] + shareX * picture[upper + right])
                + shareY * ((1 - shareX) * picture[lower + left] + shareX * picture[lower + right]));
    }

    /** Left for right. */
    static float[] mirrored(float[] picture, FeatureShape shape) {
        int width = shape.width();
        float[] view = new float[picture.length];
        for (int i = 0; i < picture.length; i++) {
            int x = i % width;
            view[i - x + width - 1 - x] = picture[i];
        }
        return view;
    }
}
