package org.doubtless.learning.features;

import java.awt.image.BufferedImage;
import java.util.List;

/** Images in memory. */
record ListedImages(List<BufferedImage> images) implements ImageSource {

    static ListedImages of(BufferedImage... images) {
        return new ListedImages(List.of(images));
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public BufferedImage read(int row) {
        return images.get(row);
    }
}
