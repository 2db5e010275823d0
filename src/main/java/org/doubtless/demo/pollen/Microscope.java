package org.doubtless.demo.pollen;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;

/**
 * Turns densities into a picture: sets the focus, lets the light through and adds the noise of the sensor.
 *
 * @param defocus the blur in pixels
 * @param halo how bright the edges of sharp things shine
 * @param noise of the sensor, in grey levels
 */
record Microscope(double defocus, double halo, double noise) {
    private static final double HALO_WIDTH = 2.6;
    /** The light gathers beside an edge, but only so much. */
    private static final float BRIGHTEST = -0.06f;

    static Microscope set(Kind kind, SplittableRandom random) {
        double noise = Vary.between(random, 1.5, 3.5);
        if (kind == Kind.OUT_OF_FOCUS) {
            return new Microscope(Vary.between(random, 4.5, 7.5), 0, noise);
        }
        // Most are as sharp as the lens allows; a few are soft, but not beyond telling.
        double slip = Math.pow(random.nextDouble(), 4);
        return new Microscope(0.85 + 2 * slip, Vary.between(random, 0.35, 0.75), noise);
    }

    BufferedImage photograph(Slide slide, SplittableRandom random) {
        focus(slide.grain());
        focus(slide.dirt());
        slide.litter().blur(defocus * 0.6);
        Stain stain = Stain.magenta(random);
        Stain brown = Stain.brown(random);
        Lamp lamp = Lamp.lit(random);
        BufferedImage picture = new BufferedImage(Density.SIZE, Density.SIZE, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        for (int row = 0; row < Density.SIZE; row++) {
            for (int column = 0; column < Density.SIZE; column++) {
                int pixel = row * Density.SIZE + column;
                float inFocus = slide.grain().at(pixel);
                float pink = Math.max(0, inFocus) + slide.litter().at(pixel);
                float dark = slide.dirt().at(pixel);
                // Below zero is no stain but light that the edge has bent here, and that has no colour.
                float light = lamp.brightness(column, row) * (1 - Math.min(0, inFocus));
                long bits = random.nextLong();
                double grain = noise * (spread(bits) + spread(bits >>> 16));
                int red = level(light * lamp.colour(0), pink * stain.red() + dark * brown.red(), grain);
                int green = level(light * lamp.colour(1), pink * stain.green() + dark * brown.green(), grain);
                int blue = level(
                        light * lamp.colour(2),
                        pink * stain.blue() + dark * brown.blue(),
                        grain + noise * spread(bits >>> 32));
                pixels[pixel] = red << 16 | green << 8 | blue;
            }
        }
        return picture;
    }

    private void focus(Density plane) {
        plane.blur(defocus);
        if (halo == 0 || plane.isEmpty()) {
            return;
        }
        float[] wide = plane.copyBlurred(HALO_WIDTH + defocus);
        for (int pixel = 0; pixel < wide.length; pixel++) {
            float sharp = plane.at(pixel);
            plane.set(pixel, Math.max(BRIGHTEST, sharp + (float) halo * (sharp - wide[pixel])));
        }
    }

    /** Sixteen bits as a number from -1 to 1. */
    private static double spread(long bits) {
        return (short) bits / 32768.0;
    }

    private static int level(double light, double absorbed, double noise) {
        double level = light * Math.exp(-absorbed) + noise;
        return level <= 0 ? 0 : level >= 255 ? 255 : (int) (level + 0.5);
    }
}
