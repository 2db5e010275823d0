package org.doubtless.learning.features;

/**
 * The picture behind a row of features: D = channels x height x width, planes one after the other.
 *
 * @param channels 1 (grey) or 3 (red, green, blue)
 * @param height rows of pixels, at least 1
 * @param width pixels of a row, at least 1
 */
public record FeatureShape(int channels, int height, int width) {

    public FeatureShape {
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("channels is " + channels + ": give 1 (grey) or 3 (colour)");
        }
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "a shape of " + width + "x" + height + " pixels is empty: give a width and a height of at least 1");
        }
    }

    /** The length D of a row of features. */
    public int columns() {
        return Math.multiplyExact(Math.multiplyExact(channels, height), width);
    }
}
