package org.doubtless.learning.features;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Pictures for tests. */
final class Pictures {

    private Pictures() {}

    /** Strokes on noise, in one of Java's image types. */
    static BufferedImage strokes(int width, int height, int type, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xFF000000 | random.nextInt(0x404040));
            }
        }
        Graphics2D pen = image.createGraphics();
        for (int stroke = 0; stroke < 3; stroke++) {
            pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            pen.drawLine(random.nextInt(width), random.nextInt(height), random.nextInt(width), random.nextInt(height));
        }
        pen.dispose();
        return image;
    }

    static BufferedImage grey(int width, int height, long seed) {
        return strokes(width, height, BufferedImage.TYPE_BYTE_GRAY, seed);
    }

    static BufferedImage colour(int width, int height, long seed) {
        return strokes(width, height, BufferedImage.TYPE_INT_RGB, seed);
    }

    /** That many grey pictures. */
    static ListedImages greys(int count, int width, int height) {
        BufferedImage[] images = new BufferedImage[count];
        for (int i = 0; i < count; i++) {
            images[i] = grey(width, height, i);
        }
        return ListedImages.of(images);
    }
}
