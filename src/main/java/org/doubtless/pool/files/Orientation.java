package org.doubtless.pool.files;

import java.awt.image.BufferedImage;

/** The eight ways in which EXIF says that a stored picture is turned or mirrored before it is shown. */
public final class Orientation {
    private Orientation() {}

    /** Whether width and height change places. */
    public static boolean swapsSides(int orientation) {
        return orientation >= 5;
    }

    static BufferedImage apply(int orientation, BufferedImage stored) {
        if (orientation == Structure.UPRIGHT) {
            return stored;
        }
        int storedWidth = stored.getWidth();
        int storedHeight = stored.getHeight();
        int width = swapsSides(orientation) ? storedHeight : storedWidth;
        int height = swapsSides(orientation) ? storedWidth : storedHeight;
        BufferedImage shown = new BufferedImage(width, height, stored.getType());
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int right = storedWidth - 1;
                int bottom = storedHeight - 1;
                row[x] = switch (orientation) {
                    case 2 -> stored.getRGB(right - x, y);
                    case 3 -> stored.getRGB(right - x, bottom - y);
                    case 4 -> stored.getRGB(x, bottom - y);
                    case 5 -> stored.getRGB(y, x);
                    case 6 -> stored.getRGB(y, bottom - x);
                    case 7 -> stored.getRGB(right - y, bottom - x);
                    case 8 -> stored.getRGB(right - y, x);
                    default -> throw new IllegalArgumentException("There is no EXIF orientation " + orientation);
                };
            }
            shown.setRGB(0, y, width, 1, row, 0, width);
        }
        return shown;
    }
}
