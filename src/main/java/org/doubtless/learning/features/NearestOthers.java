package org.doubtless.learning.features;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.doubtless.learning.work.Cancellation;

/**
 * Of images beyond a pool each one's nearest among them, where the same image of the pool is nearest to both, as it is to
 * copies.
 *
 * <p>By their distances from that image they lie in a row, in which two are at least as far apart as those distances differ:
 * so a look to either side ends where nothing can be nearer, or after so many.
 */
final class NearestOthers {
    private static final int LOOKS = 100;
    private static final int CHUNK = 256;

    private final FloatMatrix images_QD;
    private final Neighbours near;
    private final int[] order_Q;
    private final Nearest found;

    private NearestOthers(FloatMatrix images_QD, Neighbours near) {
        this.images_QD = images_QD;
        this.near = near;
        this.found = new Nearest(images_QD.rows());
        this.order_Q = IntStream.range(0, near.images())
                .boxed()
                .sorted(Comparator.comparingInt((Integer image) -> near.row(image, 0))
                        .thenComparingDouble(image -> near.distance(image, 0))
                        .thenComparingInt(image -> image))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** @param near where the images have their place in the pool */
    static Nearest of(FloatMatrix images_QD, Neighbours near, Cancellation cancellation) {
        NearestOthers search = new NearestOthers(images_QD, near);
        Chunks.inParallel(search.order_Q.length, CHUNK, (from, to) -> {
            cancellation.check();
            for (int at = from; at < to; at++) {
                search.look(at, 1);
                search.look(at, -1);
            }
        });
        return search.found;
    }

    private void look(int at, int step) {
        int image = order_Q[at];
        for (int look = 1; look <= LOOKS; look++) {
            int next = at + look * step;
            if (next < 0 || next >= order_Q.length || near.row(order_Q[next], 0) != near.row(image, 0)) {
                return;
            }
            int other = order_Q[next];
            double apart = near.distance(image, 0) - near.distance(other, 0);
            if (apart * apart > found.squared(image)) {
                return;
            }
            found.see(image, other, (float) NearestNeighbours.squaredDistance(images_QD, image, images_QD, other));
        }
    }
}
