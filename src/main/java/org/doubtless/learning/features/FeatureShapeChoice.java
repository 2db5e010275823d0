package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;

/**
 * Decides the {@link FeatureShape} of a project from a sample of its pool.
 *
 * <p>Show it some images (a hundred are plenty), then ask. Grey if every image seen is grey, else
 * colour. Images that are all of one size within the side keep that size (28x28 stays 28x28); else
 * the shape is a square of the longest side seen, at most the given side.
 */
public final class FeatureShapeChoice {

    /** The side that a small network learns from in seconds on one processor. */
    public static final int DEFAULT_SIDE = 32;

    // JPEG stores colour coarsely: a grey photo comes back with a tint of a few steps of 255.
    private static final float TINT = 8.5f / 255;
    private static final int PROBES = 64;

    private final int side;
    private int seen;
    private boolean colour;
    private int width;
    private int height;
    private int longest;
    private boolean oneSize = true;

    /** @param side the longest side wanted, in pixels, at least 1 */
    public FeatureShapeChoice(int side) {
        if (side < 1) {
            throw new IllegalArgumentException("side is " + side + ": give at least 1 pixel");
        }
        this.side = side;
    }

    /** Looks at one image of the sample. */
    public void see(BufferedImage image) {
        requireNonNull(image, "image is null");
        if (seen == 0) {
            width = image.getWidth();
            height = image.getHeight();
        }
        seen++;
        oneSize &= width == image.getWidth() && height == image.getHeight();
        longest = Math.max(longest, Math.max(image.getWidth(), image.getHeight()));
        colour = colour || isColoured(image);
    }

    /**
     * The shape for the images seen.
     *
     * @throws IllegalStateException where no image was seen
     */
    public FeatureShape shape() {
        if (seen == 0) {
            throw new IllegalStateException("no image was seen: show a sample of the pool first");
        }
        int channels = colour ? 3 : 1;
        int most = Math.min(side, longest);
        return oneSize && longest <= side
                ? new FeatureShape(channels, height, width)
                : new FeatureShape(channels, most, most);
    }

    /**
     * The shape whose longer side is {@code length}: of the images' own proportions where all have one
     * size, else a square; no side below {@code least}.
     *
     * @throws IllegalStateException where no image was seen
     */
    FeatureShape fitted(int length, int least) {
        int channels = shape().channels();
        if (!oneSize) {
            return new FeatureShape(channels, Math.max(least, length), Math.max(least, length));
        }
        double scale = (double) length / longest;
        return new FeatureShape(channels, Math.max(least, (int) Math.round(height * scale)), Math.max(least, (int)
                Math.round(width * scale)));
    }

    /** The longest side seen, in pixels. */
    int longest() {
        return longest;
    }

    private static boolean isColoured(BufferedImage image) {
        PixelRows rows = new PixelRows(image);
        float[][] line = new float[3][image.getWidth()];
        int stepDown = Math.max(1, image.getHeight() / PROBES);
        int stepAcross = Math.max(1, image.getWidth() / PROBES);
        for (int y = 0; y < image.getHeight(); y += stepDown) {
            rows.read(y, line);
            for (int x = 0; x < image.getWidth(); x += stepAcross) {
                float low = Math.min(line[0][x], Math.min(line[1][x], line[2][x]));
                float high = Math.max(line[0][x], Math.max(line[1][x], line[2][x]));
                if (high - low > TINT) {
                    return true;
                }
            }
        }
        return false;
    }
}
