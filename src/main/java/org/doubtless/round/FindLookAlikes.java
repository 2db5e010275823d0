package org.doubtless.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doubtless.learning.work.Cancellation;
import org.doubtless.pool.ImageId;
import org.doubtless.pool.Withheld;
import org.doubtless.queue.NextQueue;
import org.doubtless.queue.Reason;
import org.doubtless.round.features.RoundPool;

/**
 * Finds the labelled images that look most like those that stand first in the queue. Images from which something is withheld
 * get none and are none: neither may tell which of them measure.
 */
final class FindLookAlikes {
    // People hardly get further before the next round; the distances of so many take seconds.
    private static final int FIRST = 5_000;
    private static final int MOST_LABELLED = 10_000;
    // More than are shown: a label may be taken back.
    private static final int NEAREST = 8;

    private final RoundPool pool;
    private final Withheld withheld;

    FindLookAlikes(RoundPool pool, Withheld withheld) {
        this.pool = pool;
        this.withheld = withheld;
    }

    /** @param training the labels, newest last */
    Map<ImageId, List<ImageId>> find(
            List<NextQueue.Entry> queue, List<Snapshot.Labelled> training, Cancellation cancellation) {
        int[] rows = rows(queue.stream()
                .filter(entry -> entry.reason() == Reason.DOUBT)
                .limit(FIRST)
                .map(NextQueue.Entry::image)
                .toList());
        int[] labelled = rows(training.stream().map(Snapshot.Labelled::image).toList());
        int[] among = Arrays.copyOfRange(labelled, Math.max(0, labelled.length - MOST_LABELLED), labelled.length);
        if (rows.length == 0 || among.length == 0) {
            return Map.of();
        }
        int[][] nearest = pool.prepared().nearest(rows, among, NEAREST, cancellation);
        Map<ImageId, List<ImageId>> found = new HashMap<>();
        for (int k = 0; k < rows.length; k++) {
            List<ImageId> images = new ArrayList<>();
            for (int row : nearest[k]) {
                images.add(pool.images().get(row));
            }
            found.put(pool.images().get(rows[k]), images);
        }
        return found;
    }

    /** Of those that have one and hide nothing. */
    private int[] rows(List<ImageId> images) {
        return images.stream()
                .filter(image -> !withheld.hides(image, false))
                .flatMap(image -> pool.row(image).stream())
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
