package org.doubtless.learning.features;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns decoded images into features, each image by itself.
 *
 * <p>An extractor is a pure function: the same pixels give the same bits, whatever other images go
 * with them, so a pool may be streamed through it in pieces of any size.
 */
public interface FeatureExtractor {

    /** D, the length of each row. */
    int columns();

    /**
     * The features of one image.
     *
     * @param image decoded and upright, of any size and colour model
     * @return D finite numbers
     * @throws IllegalArgumentException where the image holds samples that are not finite
     */
    float[] extract(BufferedImage image);

    /** The features [N,D] of N images, in their order. */
    default FeatureMatrix extractAll(Iterable<BufferedImage> images) {
        List<float[]> rows = new ArrayList<>();
        for (BufferedImage image : images) {
            rows.add(extract(image));
        }
        return FeatureMatrix.ofRows(columns(), rows);
    }
}
