package org.doubtless.learning.features;

/**
 * How the pixels of one axis spread over fewer (or more) pixels.
 *
 * <p>Shrinking averages the area: a source pixel counts by the exact share of it that a target pixel
 * covers, so nothing is skipped and a fine pattern turns grey instead of into stripes. Enlarging
 * interpolates linearly between pixel centres.
 */
final class ResampledAxis {

    private final int[] first;
    private final float[][] weights;

    ResampledAxis(int source, int target) {
        first = new int[target];
        weights = new float[target][];
        double scale = (double) source / target;
        for (int i = 0; i < target; i++) {
            if (source >= target) {
                cover(i, i * scale, Math.min(source, (i + 1) * scale), source);
            } else {
                interpolate(i, Math.min(source - 1, Math.max(0, (i + 0.5) * scale - 0.5)), source);
            }
        }
    }

    private void cover(int i, double from, double to, int source) {
        first[i] = Math.min(source - 1, (int) from);
        int last = Math.min(source, (int) Math.ceil(to));
        weights[i] = new float[Math.max(1, last - first[i])];
        for (int k = 0; k < weights[i].length; k++) {
            double pixel = first[i] + k;
            weights[i][k] = (float) ((Math.min(to, pixel + 1) - Math.max(from, pixel)) / (to - from));
        }
    }

    private void interpolate(int i, double centre, int source) {
        first[i] = Math.min((int) centre, Math.max(0, source - 2));
        float share = (float) (centre - first[i]);
        weights[i] = source == 1 ? new float[] {1} : new float[] {1 - share, share};
    }

    int length() {
        return first.length;
    }

    /** The first source pixel that target pixel {@code i} sees. */
    int first(int i) {
        return first[i];
    }

    /** How much the source pixels from {@link #first} on count for target pixel {@code i}; sums to 1. */
    float[] weights(int i) {
        return weights[i];
    }
}
