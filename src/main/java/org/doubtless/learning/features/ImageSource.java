package org.doubtless.learning.features;

import java.awt.image.BufferedImage;

/**
 * The images of a pool by row number, decoded one at a time.
 *
 * <p>Only as many images are in memory as are being read, so a pool may be far larger than memory.
 * Several threads read at once.
 */
public interface ImageSource {

    /** N, the number of images. */
    int size();

    /**
     * Decodes one image.
     *
     * @param row 0 to N-1; the same row always gives the same pixels
     * @return decoded and upright, of any size and colour model
     * @throws RuntimeException naming the image, where it cannot be read
     */
    BufferedImage read(int row);
}
