package org.doubtless.learning.features;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * Reads an image row by row as brightness 0..1, grey (one plane) or red, green and blue (three).
 *
 * <p>Grey samples are taken as they are stored: {@code BufferedImage.getRGB} would bend them, since
 * Java holds grey rasters for linear light. What is transparent lies on white paper.
 */
final class PixelRows {

    private static final float LUMA_RED = 0.299f;
    private static final float LUMA_GREEN = 0.587f;
    private static final float LUMA_BLUE = 0.114f;

    private final BufferedImage image;
    private final Raster raster;
    private final boolean greySamples;
    private final boolean byteColour;
    private final int[] argb;
    private final int[] bytes;
    private final float[] samples;

    PixelRows(BufferedImage image) {
        this.image = image;
        this.raster = image.getRaster();
        ColorModel colours = image.getColorModel();
        boolean components = colours instanceof ComponentColorModel && !colours.isAlphaPremultiplied();
        greySamples = components && colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        byteColour = components
                && colours.getColorSpace().isCS_sRGB()
                && colours.getTransferType() == DataBuffer.TYPE_BYTE
                && colours.getComponentSize(0) == Byte.SIZE;
        int bands = raster.getNumBands();
        argb = greySamples || byteColour ? new int[0] : new int[image.getWidth()];
        bytes = byteColour ? new int[image.getWidth() * bands] : new int[0];
        samples = greySamples ? new float[image.getWidth() * bands] : new float[0];
    }

    /** Writes row {@code y} into {@code planes[channel][x]}. */
    void read(int y, float[][] planes) {
        if (greySamples) {
            readGrey(y, planes);
        } else if (byteColour) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, image.getWidth(), 1, bytes);
            int bands = raster.getNumBands();
            for (int x = 0; x < image.getWidth(); x++) {
                int at = x * bands;
                put(planes, x, bytes[at], bytes[at + 1], bytes[at + 2], bands > 3 ? bytes[at + 3] : 255);
            }
        } else {
            image.getRGB(0, y, image.getWidth(), 1, argb, 0, image.getWidth());
            for (int x = 0; x < image.getWidth(); x++) {
                int pixel = argb[x];
                put(planes, x, pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255, pixel >>> 24);
            }
        }
    }

    private void readGrey(int y, float[][] planes) {
        int bands = raster.getNumBands();
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, image.getWidth(), 1, samples);
        for (int x = 0; x < image.getWidth(); x++) {
            float grey = samples[x * bands] / white(0);
            if (!Float.isFinite(grey)) {
                throw new IllegalArgumentException(
                        "the pixel at column " + x + ", row " + y + " is " + grey + ": leave the image out or mend it");
            }
            float alpha = bands > 1 ? samples[x * bands + 1] / white(1) : 1;
            float value = Math.min(1, Math.max(0, 1 - alpha + alpha * grey));
            for (float[] plane : planes) {
                plane[x] = value;
            }
        }
    }

    private float white(int band) {
        int type = raster.getTransferType();
        boolean floating = type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
        return floating ? 1 : (1L << image.getColorModel().getComponentSize(band)) - 1;
    }

    private static void put(float[][] planes, int x, int red, int green, int blue, int alpha) {
        float opacity = alpha / 255f;
        float paper = 1 - opacity;
        float scale = opacity / 255f;
        if (planes.length == 1) {
            planes[0][x] = paper + scale * (LUMA_RED * red + LUMA_GREEN * green + LUMA_BLUE * blue);
        } else {
            planes[0][x] = paper + scale * red;
            planes[1][x] = paper + scale * green;
            planes[2][x] = paper + scale * blue;
        }
    }
}
