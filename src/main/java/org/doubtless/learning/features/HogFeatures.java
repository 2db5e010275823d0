package org.doubtless.learning.features;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Histograms of oriented gradients: which way edges run, in a 4x4 and an 8x8 grid of cells.
 *
 * <p>Gradients by [-1,0,1]; 9 unsigned orientations with linear interpolation between neighbours,
 * weighted by the gradient's length; mean over each cell; divided by the root of (the mean energy of
 * the 3x3 cells around + 1e-4); root of each element. D = 9 * (16 + 64) = 720. Follows Dalal and
 * Triggs, "Histograms of oriented gradients for human detection", 2005, and Arandjelovic and
 * Zisserman, "Three things everyone should know", 2012, for the root.
 */
final class HogFeatures implements CodeExtractor {

    static final String NAME = "hog";

    private static final int[] GRIDS = {4, 8};
    private static final int BINS = 9;
    private static final double NOISE = 1e-4;

    private final PixelFeatures grey;

    /** @param shape grey, what every image is fitted into */
    HogFeatures(FeatureShape shape) {
        if (shape.channels() != 1) {
            throw new IllegalArgumentException("the shape has " + shape.channels() + " channels: give a grey one");
        }
        grey = new PixelFeatures(shape);
    }

    static HogFeatures readFrom(DataInputStream in) throws IOException {
        return new HogFeatures(FeatureShapes.read(in));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
        FeatureShapes.write(grey.shape(), out);
    }

    @Override
    public int columns() {
        return BINS * (GRIDS[0] * GRIDS[0] + GRIDS[1] * GRIDS[1]);
    }

    @Override
    public float[] extract(BufferedImage image) {
        OrientedGradients gradients =
                new OrientedGradients(grey.extract(image), grey.shape().width(), BINS);
        float[] features = new float[columns()];
        int at = 0;
        for (int cells : GRIDS) {
            at = describe(gradients.cells(cells), cells, features, at);
        }
        return features;
    }

    /** Normalises the histograms of a grid and writes them orientation by orientation. */
    private static int describe(float[][] histogram_CB, int cells, float[] features, int from) {
        double[] energy = new double[cells * cells];
        for (int cell = 0; cell < energy.length; cell++) {
            for (float value : histogram_CB[cell]) {
                energy[cell] += value * value;
            }
        }
        int at = from;
        for (int bin = 0; bin < BINS; bin++) {
            for (int y = 0; y < cells; y++) {
                for (int x = 0; x < cells; x++) {
                    double length = Math.sqrt(around(energy, cells, x, y) + NOISE);
                    features[at++] = (float) Math.sqrt(histogram_CB[y * cells + x][bin] / length);
                }
            }
        }
        return at;
    }

    /** The mean over the 3x3 cells around; beyond the border the border's cells count again. */
    private static double around(double[] energy, int cells, int x, int y) {
        double sum = 0;
        for (int v = y - 1; v <= y + 1; v++) {
            for (int u = x - 1; u <= x + 1; u++) {
                sum += energy[inside(v, cells) * cells + inside(u, cells)];
            }
        }
        return sum / 9;
    }

    private static int inside(int cell, int cells) {
        return Math.min(cells - 1, Math.max(0, cell));
    }
}
