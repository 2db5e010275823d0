package org.doubtless.demo.pollen;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A few numbers about a grain that do not change when it is turned: enough for a simple classifier, no more. */
final class GrainFeatures {
    private static final int RINGS = 8;
    private static final int WAVES = 5;
    private static final int DIRECTIONS = 96;
    private static final int SIZE = PollenSlides.SIZE;

    private GrainFeatures() {}

    static double[] of(PollenSample sample) {
        double[] density = density(sample);
        double threshold = 0.35;
        double area = 0;
        double x = 0;
        double y = 0;
        for (int pixel = 0; pixel < density.length; pixel++) {
            int row = pixel / SIZE;
            if (density[pixel] > threshold) {
                area++;
                x += pixel % SIZE;
                y += row;
            }
        }
        x /= area;
        y /= area;
        double[] features = new double[1 + 2 * RINGS + WAVES];
        features[0] = Math.sqrt(area);
        rings(density, x, y, features);
        waves(density, x, y, threshold, features);
        return features;
    }

    private static double[] density(PollenSample sample) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(sample.image()));
            double[] density = new double[SIZE * SIZE];
            for (int pixel = 0; pixel < density.length; pixel++) {
                int green = picture.getRaster().getSample(pixel % SIZE, pixel / SIZE, 1);
                density[pixel] = Math.log(230.0 / Math.max(1, green));
            }
            return density;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(sample.filename(), unreadable);
        }
    }

    /** Mean and deviation of the density in rings around the centre, as wide as the grain allows. */
    private static void rings(double[] density, double x, double y, double[] features) {
        double[] count = new double[RINGS];
        double[] sum = new double[RINGS];
        double[] squares = new double[RINGS];
        for (int pixel = 0; pixel < density.length; pixel++) {
            int row = pixel / SIZE;
            double distance = Math.hypot(pixel % SIZE - x, row - y);
            int ring = (int) (distance / features[0] / 0.75 * RINGS);
            if (ring < RINGS) {
                count[ring]++;
                sum[ring] += density[pixel];
                squares[ring] += density[pixel] * density[pixel];
            }
        }
        for (int ring = 0; ring < RINGS; ring++) {
            double mean = sum[ring] / count[ring];
            features[1 + ring] = mean;
            features[1 + RINGS + ring] = Math.sqrt(Math.max(0, squares[ring] / count[ring] - mean * mean));
        }
    }

    /** How strongly the outline goes in and out 2, 3, … times around. */
    private static void waves(double[] density, double x, double y, double threshold, double[] features) {
        double[] radius = new double[DIRECTIONS];
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = 2 * Math.PI * i / DIRECTIONS;
            for (int step = 0; step < SIZE; step++) {
                int column = (int) Math.round(x + step * Math.cos(angle));
                int row = (int) Math.round(y + step * Math.sin(angle));
                boolean outside = column < 0 || row < 0 || column >= SIZE || row >= SIZE;
                if (!outside && step < features[0] && density[row * SIZE + column] > threshold) {
                    radius[i] = step;
                }
            }
        }
        double mean = Arrays.stream(radius).average().orElseThrow();
        for (int wave = 0; wave < WAVES; wave++) {
            double cosine = 0;
            double sine = 0;
            for (int i = 0; i < DIRECTIONS; i++) {
                cosine += radius[i] * Math.cos((wave + 2) * 2 * Math.PI * i / DIRECTIONS);
                sine += radius[i] * Math.sin((wave + 2) * 2 * Math.PI * i / DIRECTIONS);
            }
            features[1 + 2 * RINGS + wave] = Math.hypot(cosine, sine) / DIRECTIONS / mean;
        }
    }
}
