package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * The picture itself, brought to one size: brightness 0..1, planes [channels, height, width].
 *
 * <p>The whole image is fitted into the shape with its aspect ratio kept, centred, and what is left
 * over is filled with the mean colour of the image's border: nothing that might matter is cropped.
 * Shrinking averages areas exactly, enlarging interpolates linearly. An image is read row by row, so
 * the memory needed beside it is a few rows.
 */
public final class PixelFeatures implements FeatureExtractor {

    private final FeatureShape shape;

    public PixelFeatures(FeatureShape shape) {
        this.shape = requireNonNull(shape, "shape is null");
    }

    /** Channels, height and width behind each row. */
    public FeatureShape shape() {
        return shape;
    }

    @Override
    public int columns() {
        return shape.columns();
    }

    @Override
    public float[] extract(BufferedImage image) {
        requireNonNull(image, "image is null");
        double scale = Math.min((double) shape.width() / image.getWidth(), (double) shape.height() / image.getHeight());
        int width = fitted(image.getWidth() * scale, shape.width());
        int height = fitted(image.getHeight() * scale, shape.height());
        return padded(resize(image, width, height), width, height);
    }

    private static int fitted(double length, int most) {
        return Math.min(most, Math.max(1, (int) Math.round(length)));
    }

    /** Planes [channels][height * width] of the whole image. */
    private float[][] resize(BufferedImage image, int width, int height) {
        ResampledAxis across = new ResampledAxis(image.getWidth(), width);
        ResampledAxis down = new ResampledAxis(image.getHeight(), height);
        PixelRows source = new PixelRows(image);
        float[][] line = new float[shape.channels()][image.getWidth()];
        float[][] target = new float[shape.channels()][width * height];
        // A target row begins no later than the next one: the first that still needs more moves on.
        int open = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            source.read(y, line);
            while (open < height && down.first(open) + down.weights(open).length <= y) {
                open++;
            }
            for (int row = open; row < height && down.first(row) <= y; row++) {
                if (y < down.first(row) + down.weights(row).length) {
                    float share = down.weights(row)[y - down.first(row)];
                    add(line, across, share, target, row * width);
                }
            }
        }
        return target;
    }

    private static void add(float[][] line, ResampledAxis across, float share, float[][] target, int at) {
        for (int channel = 0; channel < line.length; channel++) {
            for (int x = 0; x < across.length(); x++) {
                float[] weights = across.weights(x);
                float sum = 0;
                for (int k = 0; k < weights.length; k++) {
                    sum += weights[k] * line[channel][across.first(x) + k];
                }
                target[channel][at + x] += share * sum;
            }
        }
    }

    private float[] padded(float[][] planes, int width, int height) {
        float[] features = new float[shape.columns()];
        int plane = shape.height() * shape.width();
        int left = (shape.width() - width) / 2;
        int top = (shape.height() - height) / 2;
        for (int channel = 0; channel < planes.length; channel++) {
            float border =
                    width == shape.width() && height == shape.height() ? 0 : borderMean(planes[channel], width, height);
            Arrays.fill(features, channel * plane, (channel + 1) * plane, border);
            for (int y = 0; y < height; y++) {
                int at = channel * plane + (top + y) * shape.width() + left;
                System.arraycopy(planes[channel], y * width, features, at, width);
            }
        }
        return features;
    }

    private static float borderMean(float[] plane, int width, int height) {
        double sum = 0;
        int count = 0;
        for (int y = 0; y < height; y++) {
            boolean whole = y == 0 || y == height - 1;
            for (int x = 0; x < width; x += whole || width == 1 ? 1 : width - 1) {
                sum += plane[y * width + x];
                count++;
            }
        }
        return (float) (sum / count);
    }
}
