package org.doubtless.demo.pollen;

import java.util.Arrays;

/** Gaussian blur as three box blurs in each direction: the time does not grow with the width. */
final class Blur {
    private static final int PASSES = 3;

    private Blur() {}

    /** Blurs a square of side {@code size} in place; {@code sigma} in pixels, the pixels at the edges repeat. */
    static void gaussian(float[] values, int size, double sigma) {
        if (sigma < 0.25) {
            return;
        }
        double variance = sigma * sigma / PASSES;
        // A box of 2 n + 1 pixels has the variance n (n + 1) / 3: take the widest that is not too wide, and let the
        // next pixel on either side count with the fraction that makes up for the rest.
        int whole = (int) ((Math.sqrt(12 * variance + 1) - 1) / 2);
        double missing = (2 * whole + 1) * (variance - whole * (whole + 1) / 3.0);
        float fraction = (float) (missing / (2 * ((whole + 1) * (whole + 1) - variance)));
        float[] turned = new float[values.length];
        float[] padded = new float[size + 2 * (whole + 1)];
        rowsIntoColumns(values, turned, size, fraction, padded);
        rowsIntoColumns(turned, values, size, fraction, padded);
    }

    /** Blurs each row and writes it as a column: done twice, both directions are read in the order of memory. */
    private static void rowsIntoColumns(float[] from, float[] into, int size, float fraction, float[] padded) {
        int margin = (padded.length - size) / 2;
        float[] line = new float[size];
        for (int row = 0; row < size; row++) {
            System.arraycopy(from, row * size, line, 0, size);
            for (int pass = 0; pass < PASSES; pass++) {
                System.arraycopy(line, 0, padded, margin, size);
                Arrays.fill(padded, 0, margin, line[0]);
                Arrays.fill(padded, margin + size, padded.length, line[size - 1]);
                box(padded, line, fraction);
            }
            for (int i = 0; i < size; i++) {
                into[i * size + row] = line[i];
            }
        }
    }

    /** A moving average over the width of the padding on both sides, whose two outermost pixels count in part only. */
    private static void box(float[] padded, float[] line, float fraction) {
        int beyond = padded.length - line.length;
        float weight = 1 / (beyond - 1 + 2 * fraction);
        float sum = 0;
        for (int i = 1; i < beyond; i++) {
            sum += padded[i];
        }
        for (int i = 0; i < line.length; i++) {
            line[i] = (sum + fraction * (padded[i] + padded[i + beyond])) * weight;
            sum += padded[i + beyond] - padded[i + 1];
        }
    }
}
