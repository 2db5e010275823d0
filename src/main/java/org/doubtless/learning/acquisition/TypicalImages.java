package org.doubtless.learning.acquisition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.doubtless.learning.features.Clusters;

/**
 * Begins a project: the pool in as many clusters as it is to begin with labels, and of each cluster,
 * the largest first, the image of highest degree among the tenth that is most central.
 */
final class TypicalImages {

    private static final int ONE_IN = 10;

    private final PoolShape pool;

    TypicalImages(PoolShape pool) {
        this.pool = pool;
    }

    /**
     * Picks an image of each cluster that has no label yet.
     *
     * @param mayAsk_N whether an image may be asked about
     * @param seed of the clusters: with the same, the next call goes on where this one ends
     */
    List<Integer> pick(int[] labelledRows, boolean[] mayAsk_N, int clusters, long seed) {
        Clusters cells = pool.cells(Math.min(clusters, pool.images()), seed);
        Set<Integer> known = PoolShape.groupsOf(cells, labelledRows);
        int[][] members = cells.members();
        List<Integer> picks = new ArrayList<>();
        IntStream.range(0, cells.groups())
                .boxed()
                .sorted(Comparator.comparingInt(cell -> -members[cell].length))
                .filter(cell -> !known.contains(cell))
                .forEach(cell -> {
                    int[] candidates = IntStream.of(members[cell])
                            .filter(row -> mayAsk_N[row])
                            .toArray();
                    if (candidates.length > 0) {
                        picks.add(pool.typical(cells, candidates, ONE_IN));
                    }
                });
        return picks;
    }
}
