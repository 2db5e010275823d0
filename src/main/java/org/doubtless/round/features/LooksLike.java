package org.doubtless.round.features;

import java.util.Arrays;
import java.util.List;
import org.doubtless.learning.features.Neighbours;
import org.doubtless.pool.ImageId;

/** Images that look like one, nearest first, and how far they are from it, in units of the features. */
record LooksLike(ImageId[] images, float[] distances) {
    /** @param pool the images that are neighbours, by their rows */
    static LooksLike of(Neighbours near, int at, List<ImageId> pool) {
        Neighbours own = near.range(at, at + 1);
        return new LooksLike(
                Arrays.stream(own.rows_NK()).mapToObj(pool::get).toArray(ImageId[]::new), own.distances_NK());
    }

    /** With one more where it belongs, and the farthest left out. */
    LooksLike with(ImageId image, float distance) {
        int place = 0;
        while (place < images.length && distances[place] <= distance) {
            place++;
        }
        if (place == images.length) {
            return this;
        }
        ImageId[] more = images.clone();
        float[] apart = distances.clone();
        System.arraycopy(images, place, more, place + 1, images.length - place - 1);
        System.arraycopy(distances, place, apart, place + 1, images.length - place - 1);
        more[place] = image;
        apart[place] = distance;
        return new LooksLike(more, apart);
    }
}
