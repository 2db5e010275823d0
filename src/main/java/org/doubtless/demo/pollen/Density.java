package org.doubtless.demo.pollen;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * Optical density at each pixel: what the light passes on its way through the slide. Densities of things that lie on each
 * other add up, which is why overlapping parts look darker.
 */
final class Density {
    static final int SIZE = 192;

    private final float[] values = new float[SIZE * SIZE];
    private final BufferedImage mask = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
    private final byte[] maskBytes = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
    private final Graphics2D pen = mask.createGraphics();

    private boolean empty = true;

    Density() {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
    }

    float at(int pixel) {
        return values[pixel];
    }

    void set(int pixel, float value) {
        values[pixel] = value;
    }

    boolean isEmpty() {
        return empty;
    }

    /** Lays a shape of even density on what is there. */
    void add(Shape shape, double amount) {
        empty = false;
        cover(shape);
        float step = (float) amount / 255;
        for (int pixel = 0; pixel < values.length; pixel++) {
            values[pixel] += step * (maskBytes[pixel] & 0xff);
        }
    }

    /** Takes the given part of the density away within a shape. */
    void thin(Shape shape, double part) {
        cover(shape);
        float step = (float) part / 255;
        for (int pixel = 0; pixel < values.length; pixel++) {
            values[pixel] *= 1 - step * (maskBytes[pixel] & 0xff);
        }
    }

    /** Multiplies the density within a shape by one plus the relief. */
    void modulate(Shape shape, float[] relief) {
        cover(shape);
        for (int pixel = 0; pixel < values.length; pixel++) {
            int covered = maskBytes[pixel] & 0xff;
            if (covered > 0) {
                values[pixel] *= Math.max(0.2f, 1 + relief[pixel] * covered / 255);
            }
        }
    }

    void blur(double sigma) {
        if (!empty) {
            Blur.gaussian(values, SIZE, sigma);
        }
    }

    float[] copyBlurred(double sigma) {
        float[] copy = values.clone();
        Blur.gaussian(copy, SIZE, sigma);
        return copy;
    }

    private void cover(Shape shape) {
        Arrays.fill(maskBytes, (byte) 0);
        pen.fill(shape);
    }
}
