package org.doubtless.pool.files;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Brings every kind of raster to 8-bit sRGB, with alpha only where the picture has it. Grey keeps its stored values:
 * Java's own conversion takes them for linear light, and brightens them.
 */
final class RgbPixels {
    private RgbPixels() {}

    static BufferedImage of(BufferedImage image) {
        int type = image.getType();
        if (type == BufferedImage.TYPE_INT_RGB || type == BufferedImage.TYPE_INT_ARGB) {
            return image;
        }
        ColorModel colours = image.getColorModel();
        boolean alpha = colours.hasAlpha();
        BufferedImage rgb = new BufferedImage(
                image.getWidth(), image.getHeight(), alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        if (type == BufferedImage.TYPE_3BYTE_BGR || type == BufferedImage.TYPE_4BYTE_ABGR) {
            draw(image, rgb);
        } else if (colours instanceof IndexColorModel palette) {
            copyPalette(image.getRaster(), palette, rgb);
        } else if (type == BufferedImage.TYPE_BYTE_GRAY) {
            copyGrey(image.getRaster(), rgb);
        } else if (colours instanceof ComponentColorModel && !colours.isAlphaPremultiplied() && isPlain(colours)) {
            copySamples(image.getRaster(), colours, rgb);
        } else {
            draw(image, rgb);
        }
        return rgb;
    }

    private static boolean isPlain(ColorModel colours) {
        ColorSpace space = colours.getColorSpace();
        return space.getType() == ColorSpace.TYPE_GRAY || space.isCS_sRGB();
    }

    private static void copyPalette(Raster raster, IndexColorModel palette, BufferedImage rgb) {
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        int width = raster.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                // An index past the palette's end is black, as browsers have it.
                row[x] = row[x] < colours.length ? colours[row[x]] : 0xff000000;
            }
            rgb.setRGB(0, y, width, 1, row, 0, width);
        }
    }

    private static void copyGrey(Raster raster, BufferedImage rgb) {
        int width = raster.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                row[x] = 0xff000000 | row[x] * 0x010101;
            }
            rgb.setRGB(0, y, width, 1, row, 0, width);
        }
    }

    private static void copySamples(Raster raster, ColorModel colours, BufferedImage rgb) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int grey = colours.getNumColorComponents() == 1 ? 0 : 1;
        boolean alpha = colours.hasAlpha();
        double scale = scale(raster.getTransferType(), colours.getComponentSize(0));
        double[] samples = new double[width * bands];
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                int red = to8Bits(samples[at], scale);
                int green = to8Bits(samples[at + grey], scale);
                int blue = to8Bits(samples[at + 2 * grey], scale);
                int opacity = alpha ? to8Bits(samples[at + bands - 1], scale) : 0xff;
                row[x] = opacity << 24 | red << 16 | green << 8 | blue;
            }
            rgb.setRGB(0, y, width, 1, row, 0, width);
        }
    }

    private static double scale(int transferType, int bits) {
        return switch (transferType) {
            case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> 255.0;
            case DataBuffer.TYPE_SHORT -> 255.0 / Short.MAX_VALUE;
            case DataBuffer.TYPE_INT -> 255.0 / 0xffffffffL;
            default -> 255.0 / ((1L << bits) - 1);
        };
    }

    private static int to8Bits(double sample, double scale) {
        double value = sample * scale;
        // Written so that a NaN of a floating-point picture is black.
        return value > 0 ? (int) Math.min(255, value + 0.5) : 0;
    }

    private static void draw(BufferedImage image, BufferedImage rgb) {
        Graphics2D graphics = rgb.createGraphics();
        try {
            graphics.setComposite(AlphaComposite.Src);
            graphics.drawImage(image, 0, 0, null);
        } finally {
            graphics.dispose();
        }
    }
}
