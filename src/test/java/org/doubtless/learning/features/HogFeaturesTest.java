package org.doubtless.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HogFeaturesTest {

    private static final int BINS = 9;

    @ParameterizedTest
    @CsvSource({"28,28", "32,32", "13,29", "96,40", "8,8"})
    void agreesWithASlowReference(int width, int height) {
        FeatureShape shape = new FeatureShape(1, height, width);
        BufferedImage image = Pictures.grey(width, height, 3);
        float[] features = new HogFeatures(shape).extract(image);
        double[] expected = slow(new PixelFeatures(shape).extract(image), width, height);
        assertThat(features).hasSize(720);
        for (int i = 0; i < 720; i++) {
            assertThat((double) features[i]).as("feature %d", i).isCloseTo(expected[i], within(1e-4));
        }
    }

    @Test
    void isZeroWhereNothingHasAnEdge() {
        float[] features = new HogFeatures(new FeatureShape(1, 16, 16))
                .extract(new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY));
        assertThat(features).containsOnly(0);
    }

    @Test
    void doesNotTellAnEdgeFromItsNegative() {
        BufferedImage image = Pictures.grey(24, 24, 5);
        BufferedImage negative = new BufferedImage(24, 24, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 24; x++) {
                negative.getRaster().setSample(x, y, 0, 255 - image.getRaster().getSample(x, y, 0));
            }
        }
        HogFeatures hog = new HogFeatures(new FeatureShape(1, 24, 24));
        float[] expected = hog.extract(image);
        float[] features = hog.extract(negative);
        for (int i = 0; i < features.length; i++) {
            assertThat(features[i]).isCloseTo(expected[i], within(1e-3f));
        }
    }

    @Test
    void wantsAGreyShape() {
        assertThatThrownBy(() -> new HogFeatures(new FeatureShape(3, 16, 16)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("grey");
    }

    /** Every cell asks every pixel whether it lies in it. */
    private static double[] slow(float[] pixels, int width, int height) {
        double[] features = new double[720];
        int at = 0;
        for (int cells : new int[] {4, 8}) {
            double[][][] histogram = new double[cells][cells][BINS];
            for (int v = 0; v < cells; v++) {
                for (int u = 0; u < cells; u++) {
                    int count = 0;
                    for (int y = 0; y < height; y++) {
                        for (int x = 0; x < width; x++) {
                            boolean inside = y >= Math.floor((double) v * height / cells)
                                    && y < Math.ceil((v + 1.0) * height / cells)
                                    && x >= Math.floor((double) u * width / cells)
                                    && x < Math.ceil((u + 1.0) * width / cells);
                            if (inside) {
                                count++;
                                addGradient(pixels, width, height, x, y, histogram[v][u]);
                            }
                        }
                    }
                    for (int bin = 0; bin < BINS; bin++) {
                        histogram[v][u][bin] /= count;
                    }
                }
            }
            for (int bin = 0; bin < BINS; bin++) {
                for (int v = 0; v < cells; v++) {
                    for (int u = 0; u < cells; u++) {
                        features[at++] = Math.sqrt(histogram[v][u][bin] / Math.sqrt(energy(histogram, v, u) + 1e-4));
                    }
                }
            }
        }
        return features;
    }

    private static void addGradient(float[] pixels, int width, int height, int x, int y, double... histogram) {
        double across = pixels[y * width + Math.min(x + 1, width - 1)] - pixels[y * width + Math.max(x - 1, 0)];
        double down = pixels[Math.min(y + 1, height - 1) * width + x] - pixels[Math.max(y - 1, 0) * width + x];
        double degrees = (Math.toDegrees(Math.atan2(down, across)) + 360) % 180;
        for (int bin = 0; bin < BINS; bin++) {
            double apart = Math.abs(degrees - 20.0 * bin);
            double share = Math.max(0, 1 - Math.min(apart, 180 - apart) / 20);
            histogram[bin] += share * Math.hypot(across, down);
        }
    }

    private static double energy(double[][][] histogram, int v, int u) {
        int last = histogram.length - 1;
        double sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                for (double value :
                        histogram[Math.min(last, Math.max(0, v + dy))][Math.min(last, Math.max(0, u + dx))]) {
                    sum += value * value / 9;
                }
            }
        }
        return sum;
    }
}
