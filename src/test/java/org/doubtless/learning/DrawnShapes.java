package org.doubtless.learning;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.doubtless.learning.features.FeatureMatrix;
import org.doubtless.learning.features.FeatureShape;
import org.doubtless.learning.features.ImageSource;
import org.doubtless.learning.features.PixelFeatures;

/** Images of rings, boxes and strokes, in turn: three classes that a network learns from a few labels. */
public final class DrawnShapes {

    /** Rings, boxes and strokes. */
    public static final int CLASSES = 3;
    /** Small, so that tests are fast. */
    public static final FeatureShape SHAPE = new FeatureShape(1, 16, 16);

    private DrawnShapes() {}

    /** {@code count} images; the i-th is of class {@code i % 3}. */
    public static List<BufferedImage> images(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<BufferedImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            images.add(draw(i % CLASSES, random));
        }
        return images;
    }

    /** The same as a pool to read from. */
    public static ImageSource source(int count, long seed) {
        List<BufferedImage> images = images(count, seed);
        return new ImageSource() {
            @Override
            public int size() {
                return images.size();
            }

            @Override
            public BufferedImage read(int row) {
                return images.get(row);
            }
        };
    }

    /** The pictures of {@link #images}. */
    public static FeatureMatrix features(int count, long seed) {
        return new PixelFeatures(SHAPE).extractAll(images(count, seed));
    }

    /** The classes of {@link #features}. */
    public static int[] labels(int count) {
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % CLASSES;
        }
        return labels;
    }

    private static BufferedImage draw(int clazz, SplittableRandom random) {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(2 + 2 * (float) random.nextDouble()));
        double size = 12 + 10 * random.nextDouble();
        double x = 3 + (26 - size) * random.nextDouble();
        double y = 3 + (26 - size) * random.nextDouble();
        switch (clazz) {
            case 0 -> pen.draw(new Ellipse2D.Double(x, y, size, size));
            case 1 -> pen.draw(new Rectangle2D.Double(x, y, size, size));
            default -> pen.draw(new Line2D.Double(x, y, x + size, y + size));
        }
        pen.dispose();
        return image;
    }
}
