package org.doubtless.learning.training;

import org.doubtless.learning.features.FeatureMatrix;

/** Brings each channel of the labelled images to mean 0 and variance 1. */
final class InputScale {

    // Contrast below this (a quarter of a step of 255) is none: it is not blown up.
    private static final double LEAST_DEVIATION = 1e-3;

    private final float[] mean;
    private final float[] factor;

    private InputScale(float[] mean, float[] factor) {
        this.mean = mean;
        this.factor = factor;
    }

    /** @param channels into how many equal parts a row falls, one after the other */
    static InputScale of(FeatureMatrix images, int channels) {
        int plane = images.columns() / channels;
        float[] mean = new float[channels];
        float[] factor = new float[channels];
        for (int channel = 0; channel < channels; channel++) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < images.rows(); row++) {
                for (int column = channel * plane; column < (channel + 1) * plane; column++) {
                    double value = images.at(row, column);
                    sum += value;
                    squares += value * value;
                }
            }
            double count = (double) images.rows() * plane;
            double centre = sum / count;
            double deviation = Math.sqrt(Math.max(0, squares / count - centre * centre));
            mean[channel] = (float) centre;
            factor[channel] = (float) (1 / Math.max(LEAST_DEVIATION, deviation));
        }
        return new InputScale(mean, factor);
    }

    /** By channel. */
    float[] mean() {
        return mean;
    }

    /** 1 / standard deviation, by channel. */
    float[] factor() {
        return factor;
    }
}
