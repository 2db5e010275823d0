package org.doubtless.learning.features;

import static java.util.Objects.requireNonNull;

/**
 * Where the patches of a picture lie, and how one is read.
 *
 * @param shape of the picture
 * @param side of a patch, in pixels
 * @param stride from one patch to the next, in pixels
 */
record PatchGrid(FeatureShape shape, int side, int stride) {

    /** Keeps a flat patch flat: without it, its noise would be blown up to full contrast. */
    private static final float FLATNESS = 0.0015f;

    PatchGrid {
        requireNonNull(shape, "shape is null");
        if (side < 2 || side > shape.height() || side > shape.width() || stride < 1) {
            throw new IllegalArgumentException("patches of side " + side + " at stride " + stride + " do not fit into "
                    + shape.width() + "x" + shape.height() + " pixels");
        }
    }

    int rows() {
        return (shape.height() - side) / stride + 1;
    }

    int columns() {
        return (shape.width() - side) / stride + 1;
    }

    /** The numbers of a patch, channel by channel. */
    int patchLength() {
        return shape.channels() * side * side;
    }

    /** Reads the patch at a row and column of the grid as (p - mean) / sqrt(variance + 0.0015). */
    void read(float[] pixels, int row, int column, float[] patch) {
        int plane = shape.height() * shape.width();
        int corner = row * stride * shape.width() + column * stride;
        int length = patch.length;
        int at = 0;
        float sum = 0;
        float squares = 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int y = 0; y < side; y++) {
                int from = channel * plane + corner + y * shape.width();
                for (int x = 0; x < side; x++) {
                    float pixel = pixels[from + x];
                    patch[at++] = pixel;
                    sum += pixel;
                    squares += pixel * pixel;
                }
            }
        }
        float mean = sum / length;
        float variance = Math.max(0, squares - sum * mean) / (length - 1);
        float scale = (float) (1 / Math.sqrt(variance + FLATNESS));
        for (int i = 0; i < length; i++) {
            patch[i] = (patch[i] - mean) * scale;
        }
    }
}
