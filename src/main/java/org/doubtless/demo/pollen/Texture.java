package org.doubtless.demo.pollen;

import java.util.SplittableRandom;

/**
 * The relief of a surface, each part as its share of the density.
 *
 * @param mottle soft clouds
 * @param granules fine grains
 * @param net dark meshes
 */
record Texture(double mottle, double granules, double net) {
    private static final double CLOUD = 5;
    private static final double GRANULE = 1.25;
    private static final double MESH = 2.6;

    static Texture between(Texture a, Texture b) {
        return new Texture((a.mottle + b.mottle) / 2, (a.granules + b.granules) / 2, (a.net + b.net) / 2);
    }

    /** A fresh relief for the whole plane: by how much of itself the density changes at each pixel. */
    float[] relief(SplittableRandom random) {
        float[] relief = noise(CLOUD, mottle, random);
        add(relief, noise(GRANULE, granules, random));
        if (net > 0.02) {
            add(relief, meshes(random));
        }
        return relief;
    }

    /** Where smooth noise passes zero there is a line; such lines join to a net. */
    private float[] meshes(SplittableRandom random) {
        float[] lines = noise(MESH, 1, random);
        for (int pixel = 0; pixel < lines.length; pixel++) {
            float away = lines[pixel] / 0.32f;
            lines[pixel] = (float) (net * (1.6 / (1 + away * away) - 0.5));
        }
        return lines;
    }

    /** Noise of mean 0 and the given standard deviation, as coarse as sigma. */
    private static float[] noise(double sigma, double deviation, SplittableRandom random) {
        float[] noise = new float[Density.SIZE * Density.SIZE];
        // White noise from -1 to 1 has the deviation 1/sqrt 3; a Gaussian blur divides it by 2 sigma sqrt pi.
        double scale = deviation * Math.sqrt(3) * 2 * sigma * Math.sqrt(Math.PI) / Integer.MAX_VALUE;
        for (int pixel = 0; pixel < noise.length; pixel += 2) {
            long bits = random.nextLong();
            noise[pixel] = (float) (scale * (int) bits);
            noise[pixel + 1] = (float) (scale * (int) (bits >>> 32));
        }
        Blur.gaussian(noise, Density.SIZE, sigma);
        return noise;
    }

    private static void add(float[] sum, float[] term) {
        for (int pixel = 0; pixel < sum.length; pixel++) {
            sum[pixel] += term[pixel];
        }
    }
}
